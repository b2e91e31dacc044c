package dev.gatewright.spring.authentication;

import dev.gatewright.authentication.certificate.ClientCertificates;
import dev.gatewright.authentication.mtls.CertificateName;
import dev.gatewright.authentication.mtls.KnownClient;
import dev.gatewright.authentication.mtls.MutualTlsAuthenticator;
import dev.gatewright.spring.startup.Property;
import java.time.InstantSource;
import java.util.List;
import org.springframework.core.io.ResourceLoader;

/**
 * Makes the authenticator of certificates of the properties below {@code gatewright.mutual-tls}.
 */
final class MutualTlsAuthentication {
  private static final String MUTUAL_TLS = "gatewright.mutual-tls.";

  private final PemText pem;

  /**
   * @param resources finds certificates by their location
   */
  MutualTlsAuthentication(ResourceLoader resources) {
    this.pem = new PemText(resources);
  }

  MutualTlsAuthenticator authenticator(
      MutualTlsProperties properties, ClientCertificates certificates, InstantSource clock) {
    MutualTlsAuthenticator.Builder builder =
        MutualTlsAuthenticator.builder()
            .certificates(certificates)
            .issuer(properties.issuer())
            .clock(clock);
    List<String> trusted =
        Property.required(
            MUTUAL_TLS + "trusted-certificates",
            properties.trustedCertificates().isEmpty() ? null : properties.trustedCertificates(),
            "set it to the certificates of the authorities that issue client certificates.");
    for (int i = 0; i < trusted.size(); i++) {
      String property = MUTUAL_TLS + "trusted-certificates[" + i + "]";
      String text = pem.of(property, trusted.get(i), "file:/run/certificates/clients.pem");
      Property.build(property, () -> builder.trustedCertificates(text));
    }
    CertificateName name =
        Property.required(
            MUTUAL_TLS + "name",
            properties.name(),
            "set it to the part of a certificate that names the client, such as san-uri.");
    builder.name(name);
    for (int i = 0; i < properties.clients().size(); i++) {
      add(MUTUAL_TLS + "clients[" + i + "].", properties.clients().get(i), builder);
    }
    if (properties.anyClient()) {
      builder.anyClient();
    }
    return Property.options(option -> MUTUAL_TLS + Property.dashed(option), builder::build);
  }

  private static void add(
      String property, MutualTlsProperties.Client client, MutualTlsAuthenticator.Builder builder) {
    String name =
        Property.required(
            property + "name", client.name(), "set it to the name that the certificate has.");
    String subject = client.subject() == null ? name : client.subject();
    builder.client(
        name,
        Property.build(
            property + "subject", () -> new KnownClient(subject, client.roles(), client.scopes())));
  }
}
