package dev.gatewright.authentication.mtls;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.testing.TestAuthority;
import org.junit.jupiter.api.Test;

class MutualTlsSettingsTest {
  private static final TestAuthority ROOT = TestAuthority.root("Root");

  private static MutualTlsAuthenticator.Builder complete() {
    return MutualTlsAuthenticator.builder()
        .trustedCertificate(ROOT.certificate())
        .name(CertificateName.SAN_URI)
        .client("spiffe://example.org/a", KnownClient.of("a"));
  }

  private static void assertInvalid(MutualTlsAuthenticator.Builder settings, String option) {
    assertThatThrownBy(settings::build)
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'" + option + "'")
        .hasMessageContaining("Fix:");
  }

  @Test
  void everyMandatoryOptionIsDemanded() {
    complete().build();
    assertInvalid(
        MutualTlsAuthenticator.builder().name(CertificateName.SAN_URI).anyClient(),
        "trustedCertificates");
    assertInvalid(
        MutualTlsAuthenticator.builder().trustedCertificate(ROOT.certificate()).anyClient(),
        "name");
    assertInvalid(
        MutualTlsAuthenticator.builder()
            .trustedCertificate(ROOT.certificate())
            .name(CertificateName.SAN_URI),
        "clients");
    assertInvalid(complete().anyClient(), "clients");
    assertInvalid(complete().issuer(" "), "issuer");
  }

  @Test
  void onlyAuthoritiesCanBeTrusted() {
    assertInvalid(
        complete().trustedCertificate(ROOT.client("alice").certificate()), "trustedCertificates");
  }

  @Test
  void clientsAreNamedOnceAndAsTheirKindOfNameIsWritten() {
    assertInvalid(
        complete().name(CertificateName.SUBJECT).client("CN=payments", KnownClient.of("p")),
        "clients");
    assertInvalid(
        MutualTlsAuthenticator.builder()
            .trustedCertificate(ROOT.certificate())
            .name(CertificateName.SAN_DNS)
            .client("a.example.org", KnownClient.of("a"))
            .client("A.example.org", KnownClient.of("b")),
        "clients");
    assertThatThrownBy(() -> KnownClient.of(""))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'subject'");
  }
}
