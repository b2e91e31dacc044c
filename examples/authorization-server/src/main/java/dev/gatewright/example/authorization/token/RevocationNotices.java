package dev.gatewright.example.authorization.token;

import dev.gatewright.example.authorization.client.AuthorizationServerProperties;
import dev.gatewright.example.authorization.client.RegisteredClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Tells resource servers which access tokens were revoked, so that they refuse a token whose
 * signature is still good. It authenticates with a token that this server signs for itself; no
 * client can be registered for the scope of that token. Thread-safe.
 *
 * <p>A resource server that does not answer is not told again: the token ends within ten minutes.
 */
@Component
public class RevocationNotices {
  private static final Logger log = LoggerFactory.getLogger(RevocationNotices.class);
  private static final String SUBJECT = "authorization-server";
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(1);

  /** Tokens of one request: some 100 bytes each. */
  private static final int BATCH = 100;

  private final AuthorizationServerProperties properties;
  private final SigningKeys keys;
  private final JwtEncoder encoder;
  private final List<URI> uris;
  private final InstantSource clock;
  private final RestClient http;

  /** Body of a request. */
  private record RevokedTokens(List<RevokedToken> tokens) {}

  private record RevokedToken(String id, Instant expiresAt) {}

  RevocationNotices(
      AuthorizationServerProperties properties,
      SigningKeys keys,
      JwtEncoder encoder,
      InstantSource clock) {
    this.properties = properties;
    this.keys = keys;
    this.encoder = encoder;
    this.uris = properties.secureRevocationUris();
    this.clock = clock;
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(TIMEOUT).build());
    requests.setReadTimeout(TIMEOUT);
    this.http = RestClient.builder().requestFactory(requests).build();
  }

  /**
   * Tells all resource servers; returns when each has answered or has failed to.
   *
   * @param revoked 'jti' and expiry of the tokens
   */
  public void send(Map<String, Instant> revoked) {
    List<RevokedToken> tokens =
        revoked.entrySet().stream()
            .map(token -> new RevokedToken(token.getKey(), token.getValue()))
            .toList();
    for (URI uri : uris) {
      try {
        for (int from = 0; from < tokens.size(); from += BATCH) {
          send(uri, tokens.subList(from, Math.min(from + BATCH, tokens.size())));
        }
      } catch (RestClientException failed) {
        log.warn(
            "{} was not told of {} revoked tokens; it accepts them until they expire: {}",
            uri,
            tokens.size(),
            failed.getMessage());
      }
    }
  }

  private void send(URI uri, List<RevokedToken> tokens) {
    http.post()
        .uri(uri)
        .headers(headers -> headers.setBearerAuth(ownToken()))
        .contentType(MediaType.APPLICATION_JSON)
        .body(new RevokedTokens(tokens))
        .retrieve()
        .toBodilessEntity();
  }

  private String ownToken() {
    Instant now = clock.instant();
    JwsHeader header =
        JwsHeader.with(SignatureAlgorithm.ES256)
            .keyId(keys.currentId())
            .type(TokenClaims.ACCESS_TOKEN_TYPE)
            .build();
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(properties.requiredIssuer().toString())
            .audience(List.of(properties.requiredAudience()))
            .subject(SUBJECT)
            .claim("client_id", SUBJECT)
            .claim("scope", RegisteredClients.RESERVED_SCOPE)
            .id(UUID.randomUUID().toString())
            .issuedAt(now)
            .expiresAt(now.plus(TOKEN_LIFETIME))
            .build();
    return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }
}
