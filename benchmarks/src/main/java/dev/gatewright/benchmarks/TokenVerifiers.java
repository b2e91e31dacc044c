package dev.gatewright.benchmarks;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.JWTVerifier;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import dev.gatewright.authentication.jwt.JwtAccessTokens;
import dev.gatewright.authentication.jwt.TrustedIssuer;
import dev.gatewright.authentication.jwt.VerificationKey;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.JwtParserBuilder;
import io.jsonwebtoken.Jwts;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import javax.crypto.SecretKey;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * The contestants, each configured as its documentation tells its users: one key, and a token must
 * be of this issuer, for this audience, and not over.
 */
final class TokenVerifiers {
  private TokenVerifiers() {}

  static JwtAccessTokens gatewright(SignedToken token, int cacheSize) {
    return JwtAccessTokens.builder()
        .issuer(
            TrustedIssuer.builder()
                .issuer(SignedToken.ISSUER)
                .audience(SignedToken.AUDIENCE)
                .key(VerificationKey.of(SignedToken.KEY_ID, token.algorithm(), token.verifying()))
                .maxLifetime(Duration.ofHours(1))
                .build())
        .cacheSize(cacheSize)
        .build();
  }

  static JwtParser jjwt(SignedToken token) {
    JwtParserBuilder parser =
        Jwts.parser().requireIssuer(SignedToken.ISSUER).requireAudience(SignedToken.AUDIENCE);
    if (token.verifying() instanceof SecretKey secret) {
      return parser.verifyWith(secret).build();
    }
    return parser.verifyWith((PublicKey) token.verifying()).build();
  }

  static JWTVerifier auth0(SignedToken token) {
    Algorithm algorithm =
        switch (token.algorithm()) {
          case HS256 -> Algorithm.HMAC256(token.verifying().getEncoded());
          case RS256 -> Algorithm.RSA256((RSAPublicKey) token.verifying(), null);
          case ES256 -> Algorithm.ECDSA256((ECPublicKey) token.verifying(), null);
          default -> throw new IllegalStateException("not configured: " + token.algorithm());
        };
    return JWT.require(algorithm)
        .withIssuer(SignedToken.ISSUER)
        .withAudience(SignedToken.AUDIENCE)
        .build();
  }

  /** The decoder of Spring Security's resource server, with its checks of RFC 9068. */
  static JwtDecoder springSecurity(SignedToken token) {
    NimbusJwtDecoder decoder =
        switch (token.algorithm()) {
          case HS256 ->
              NimbusJwtDecoder.withSecretKey((SecretKey) token.verifying())
                  .validateType(false)
                  .build();
          case RS256 ->
              NimbusJwtDecoder.withPublicKey((RSAPublicKey) token.verifying())
                  .validateType(false)
                  .build();
          case ES256 ->
              NimbusJwtDecoder.withJwkSource(
                      new ImmutableJWKSet<>(
                          new JWKSet(
                              new ECKey.Builder(Curve.P_256, (ECPublicKey) token.verifying())
                                  .keyID(SignedToken.KEY_ID)
                                  .build())))
                  .jwsAlgorithm(SignatureAlgorithm.ES256)
                  .jwtProcessorCustomizer(
                      processor ->
                          processor.setJWSTypeVerifier(
                              new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"))))
                  .build();
          default -> throw new IllegalStateException("not configured: " + token.algorithm());
        };
    decoder.setJwtValidator(
        JwtValidators.createAtJwtValidator()
            .issuer(SignedToken.ISSUER)
            .audience(SignedToken.AUDIENCE)
            .clientId(SignedToken.CLIENT)
            .build());
    return decoder;
  }
}
