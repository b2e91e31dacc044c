package dev.gatewright.example.authorization.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.X509CertUtils;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;

/**
 * Binds a new access token: to the key of the DPoP proof that the client sent (RFC 9449, section
 * 6), and to the certificate that it authenticated with (RFC 8705, section 3.1). A token that was
 * bound to a key is not refreshed without a proof.
 */
final class TokenBinding {
  static final String CLAIM = "cnf";

  private static final String KEY_THUMBPRINT = "jkt";
  private static final String CERTIFICATE_THUMBPRINT = "x5t#S256";

  private TokenBinding() {}

  /** Returns the content of the claim; empty for a bearer token. */
  static Map<String, Object> of(OAuth2TokenContext context) {
    Map<String, Object> confirmation = new LinkedHashMap<>();
    X509Certificate certificate = certificate(context);
    if (certificate != null) {
      confirmation.put(
          CERTIFICATE_THUMBPRINT, X509CertUtils.computeSHA256Thumbprint(certificate).toString());
    }
    Jwt proof = context.get(OAuth2TokenContext.DPOP_PROOF_KEY);
    if (proof != null) {
      confirmation.put(KEY_THUMBPRINT, keyThumbprint(proof));
    } else if (wasBoundToKey(context.getAuthorization())) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_DPOP_PROOF);
    }
    return confirmation;
  }

  private static @Nullable X509Certificate certificate(OAuth2TokenContext context) {
    Authentication grant = context.getAuthorizationGrant();
    return context.getRegisteredClient().getTokenSettings().isX509CertificateBoundAccessTokens()
            && grant != null
            && grant.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
            && client.getCredentials() instanceof X509Certificate[] chain
        ? chain[0]
        : null;
  }

  private static String keyThumbprint(Jwt proof) {
    try {
      if (proof.getHeaders().get("jwk") instanceof Map<?, ?> members) {
        Map<String, Object> key = new LinkedHashMap<>();
        members.forEach((name, value) -> key.put(String.valueOf(name), value));
        return JWK.parse(key).computeThumbprint().toString();
      }
    } catch (ParseException | JOSEException unreadable) {
      // Answered below.
    }
    throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_DPOP_PROOF);
  }

  private static boolean wasBoundToKey(@Nullable OAuth2Authorization authorization) {
    OAuth2Authorization.Token<?> before =
        authorization == null ? null : authorization.getAccessToken();
    Map<String, Object> claims = before == null ? null : before.getClaims();
    return claims != null
        && claims.get(CLAIM) instanceof Map<?, ?> confirmation
        && confirmation.containsKey(KEY_THUMBPRINT);
  }
}
