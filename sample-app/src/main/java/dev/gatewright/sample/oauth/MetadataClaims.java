package dev.gatewright.sample.oauth;

import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.AbstractOAuth2AuthorizationServerMetadata;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadataClaimNames;

/** Takes out of the metadata (RFC 8414) what Spring Security could do and this server does not. */
final class MetadataClaims {
  private static final List<String> NOT_OFFERED =
      List.of(
          OAuth2AuthorizationServerMetadataClaimNames.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS,
          OAuth2AuthorizationServerMetadataClaimNames.DPOP_SIGNING_ALG_VALUES_SUPPORTED);

  private static final List<String> GRANTS =
      List.of(
          AuthorizationGrantType.AUTHORIZATION_CODE.getValue(),
          AuthorizationGrantType.CLIENT_CREDENTIALS.getValue(),
          AuthorizationGrantType.REFRESH_TOKEN.getValue(),
          AuthorizationGrantType.DEVICE_CODE.getValue());

  private static final String SECRET = ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue();
  private static final String NONE = ClientAuthenticationMethod.NONE.getValue();

  private MetadataClaims() {}

  static void tellTruth(AbstractOAuth2AuthorizationServerMetadata.AbstractBuilder<?, ?> metadata) {
    metadata
        .grantTypes(
            grants -> replace(grants, GRANTS))
        .tokenEndpointAuthenticationMethods(methods -> replace(methods, List.of(SECRET, NONE)))
        .tokenRevocationEndpointAuthenticationMethods(
            methods -> replace(methods, List.of(SECRET, NONE)))
        .tokenIntrospectionEndpointAuthenticationMethods(
            methods -> replace(methods, List.of(SECRET)))
        .claims(claims -> claims.keySet().removeAll(NOT_OFFERED));
  }

  private static void replace(List<String> methods, List<String> offered) {
    methods.clear();
    methods.addAll(offered);
  }
}
