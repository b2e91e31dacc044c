package dev.gatewright.spring.authentication;

import dev.gatewright.authentication.mtls.CertificateName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which TLS client certificates authenticate clients. Immutable.
 *
 * @param trustedCertificates certificates of the authorities that issue them: PEM text, or where it
 *     is, as 'file:/run/certificates/clients.pem'; at least one
 * @param name which part of a certificate names the client: san-uri, san-dns, san-email,
 *     common-name or subject; mandatory
 * @param clients the clients that are accepted; at least one, unless any is
 * @param anyClient whether every client is accepted that the authorities certify, without roles and
 *     scopes
 * @param issuer what callers with a certificate have as their issuer
 */
public record MutualTlsProperties(
    @DefaultValue List<String> trustedCertificates,
    @Nullable CertificateName name,
    @DefaultValue List<Client> clients,
    @DefaultValue("false") boolean anyClient,
    @DefaultValue("mutual-tls") String issuer) {

  /**
   * One client.
   *
   * @param name its name as the certificate has it; mandatory
   * @param subject whom calls with the certificate act for; the name unless set
   * @param roles roles
   * @param scopes scopes
   */
  public record Client(
      @Nullable String name,
      @Nullable String subject,
      @DefaultValue Set<String> roles,
      @DefaultValue Set<String> scopes) {}
}
