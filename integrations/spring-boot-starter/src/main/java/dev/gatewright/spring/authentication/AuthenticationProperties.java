package dev.gatewright.spring.authentication;

import dev.gatewright.authentication.certificate.CertificateHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which credentials are accepted. Immutable.
 *
 * @param jwt JWT access tokens; absent where none are accepted
 * @param introspection access tokens that are accepted on their issuer's word; absent where none
 *     are
 * @param apiKeys API keys; absent where none are accepted
 * @param dpop access tokens that are bound to a key of the client; absent where none are accepted
 * @param mutualTls TLS client certificates; absent where none are accepted
 * @param transport how trusted proxies hand on the certificate of a client
 */
@ConfigurationProperties("gatewright")
public record AuthenticationProperties(
    @NestedConfigurationProperty @Nullable JwtProperties jwt,
    @NestedConfigurationProperty @Nullable IntrospectionProperties introspection,
    @NestedConfigurationProperty @Nullable ApiKeysProperties apiKeys,
    @NestedConfigurationProperty @Nullable DpopProperties dpop,
    @NestedConfigurationProperty @Nullable MutualTlsProperties mutualTls,
    @DefaultValue Transport transport) {

  /**
   * How trusted proxies hand on the certificate of a client.
   *
   * @param clientCertificateHeader in which header these proxies hand on the certificate of their
   *     TLS client: none, client-cert (RFC 9440) or x-forwarded-client-cert (Envoy)
   */
  public record Transport(@DefaultValue("none") CertificateHeader clientCertificateHeader) {}
}
