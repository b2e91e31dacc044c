package dev.gatewright.sample.oauth;

import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadataClaimNames;

/** Takes out of the metadata (RFC 8414) what Spring Security could do and this server does not. */
final class MetadataClaims {
  private static final List<String> GRANTS =
      List.of(
          AuthorizationGrantType.AUTHORIZATION_CODE.getValue(),
          AuthorizationGrantType.CLIENT_CREDENTIALS.getValue(),
          AuthorizationGrantType.REFRESH_TOKEN.getValue(),
          AuthorizationGrantType.DEVICE_CODE.getValue());

  private static final String SECRET = ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue();
  private static final String NONE = ClientAuthenticationMethod.NONE.getValue();

  private static final Map<String, List<String>> OFFERED =
      Map.of(
          OAuth2AuthorizationServerMetadataClaimNames.GRANT_TYPES_SUPPORTED,
          GRANTS,
          OAuth2AuthorizationServerMetadataClaimNames.TOKEN_ENDPOINT_AUTH_METHODS_SUPPORTED,
          List.of(SECRET, NONE),
          OAuth2AuthorizationServerMetadataClaimNames.REVOCATION_ENDPOINT_AUTH_METHODS_SUPPORTED,
          List.of(SECRET, NONE),
          OAuth2AuthorizationServerMetadataClaimNames.INTROSPECTION_ENDPOINT_AUTH_METHODS_SUPPORTED,
          List.of(SECRET));

  private static final List<String> NOT_OFFERED =
      List.of(
          OAuth2AuthorizationServerMetadataClaimNames.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS,
          OAuth2AuthorizationServerMetadataClaimNames.DPOP_SIGNING_ALG_VALUES_SUPPORTED);

  private MetadataClaims() {}

  static void correct(Map<String, Object> claims) {
    claims.putAll(OFFERED);
    claims.keySet().removeAll(NOT_OFFERED);
  }
}
