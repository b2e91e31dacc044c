package dev.gatewright.example.authorization.endpoint;

import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadataClaimNames;

/** Corrects the metadata (RFC 8414), which names all that Spring Security could do. */
final class MetadataClaims {
  private static final List<String> GRANTS =
      List.of(
          AuthorizationGrantType.AUTHORIZATION_CODE.getValue(),
          AuthorizationGrantType.CLIENT_CREDENTIALS.getValue(),
          AuthorizationGrantType.REFRESH_TOKEN.getValue(),
          AuthorizationGrantType.DEVICE_CODE.getValue());

  private static final String SECRET = ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue();
  private static final String NONE = ClientAuthenticationMethod.NONE.getValue();

  private static final String CERTIFICATE = ClientAuthenticationMethod.TLS_CLIENT_AUTH.getValue();

  /** Algorithms that a resource server behind Gatewright verifies too. */
  private static final List<String> PROOF_ALGORITHMS = List.of("ES256", "PS256", "RS256");

  private final Map<String, Object> offered;

  /**
   * Makes the metadata of a server.
   *
   * @param certificates whether clients authenticate with certificates
   */
  MetadataClaims(boolean certificates) {
    List<String> methods =
        certificates ? List.of(SECRET, CERTIFICATE, NONE) : List.of(SECRET, NONE);
    offered =
        Map.of(
            OAuth2AuthorizationServerMetadataClaimNames.GRANT_TYPES_SUPPORTED,
            GRANTS,
            OAuth2AuthorizationServerMetadataClaimNames.TOKEN_ENDPOINT_AUTH_METHODS_SUPPORTED,
            methods,
            OAuth2AuthorizationServerMetadataClaimNames.REVOCATION_ENDPOINT_AUTH_METHODS_SUPPORTED,
            methods,
            OAuth2AuthorizationServerMetadataClaimNames
                .INTROSPECTION_ENDPOINT_AUTH_METHODS_SUPPORTED,
            List.of(SECRET),
            OAuth2AuthorizationServerMetadataClaimNames.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS,
            certificates,
            OAuth2AuthorizationServerMetadataClaimNames.DPOP_SIGNING_ALG_VALUES_SUPPORTED,
            PROOF_ALGORITHMS);
  }

  void correct(Map<String, Object> claims) {
    claims.putAll(offered);
  }
}
