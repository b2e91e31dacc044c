package dev.gatewright.authentication;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.certificate.CertificateHeader;
import dev.gatewright.authentication.certificate.ClientCertificates;
import dev.gatewright.authentication.claim.CertificateBinding;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.exchange.TrustedProxies;
import dev.gatewright.testing.CertificateText;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.TestAuthority;
import dev.gatewright.testing.Tokens;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 8705, section 3, with real certificates. */
class CertificateBoundTokenTest {
  private static final String STRANGER = "203.0.113.7";
  private static final String PROXY = "10.0.0.1";
  private static final TestAuthority AUTHORITY = TestAuthority.root("Root");
  private static final X509Certificate HOLDERS = AUTHORITY.client("alice").certificate();

  /** Of the same client, but not the one the token is bound to. */
  private static final X509Certificate RENEWED = AUTHORITY.client("alice").certificate();

  private static final String TOKEN =
      Tokens.signed(
          Tokens.claimsWith(
              "cnf", "{\"x5t#S256\":\"" + CertificateBinding.thumbprint(HOLDERS) + "\"}"));

  private final BearerAuthenticator direct = new BearerAuthenticator(Tokens.authenticator());
  private final BearerAuthenticator behindProxy =
      new BearerAuthenticator(
          Tokens.authenticator(),
          ClientCertificates.behind(
              TrustedProxies.of(List.of("10.0.0.0/8")), CertificateHeader.CLIENT_CERT));

  @Test
  void theHolderOfTheCertificateMayUseTheToken() {
    Caller caller =
        accepted(direct.authenticate(TOKEN, FakeExchange.from(STRANGER).showing(HOLDERS)));
    assertThat(caller.confirmation().certificateThumbprint())
        .isEqualTo(CertificateBinding.thumbprint(HOLDERS));
    accepted(
        direct.authenticate(
            TOKEN, FakeExchange.from(STRANGER).showing(HOLDERS, AUTHORITY.certificate())));
  }

  @Test
  void whoeverHasAnotherCertificateOrNoneMayNot() {
    assertRejected(
        direct.authenticate(TOKEN, FakeExchange.from(STRANGER).showing(RENEWED)), "certificate");
    assertRejected(
        direct.authenticate(
            TOKEN, FakeExchange.from(STRANGER).showing(AUTHORITY.certificate(), HOLDERS)),
        "certificate");
    assertRejected(
        direct.authenticate(TOKEN, FakeExchange.from(STRANGER).overTls()), "certificate");
  }

  @Test
  void aTokenIsRememberedForItsHolderOnly() {
    accepted(direct.authenticate(TOKEN, FakeExchange.from(STRANGER).showing(HOLDERS)));
    assertThat(direct.remembered(TOKEN, FakeExchange.from(STRANGER).showing(HOLDERS))).isNotNull();
    assertThat(direct.remembered(TOKEN, FakeExchange.from(STRANGER).showing(RENEWED))).isNull();
    assertThat(direct.remembered(TOKEN, FakeExchange.from(STRANGER).overTls())).isNull();
  }

  @Test
  void aTrustedProxyHandsTheCertificateOn() {
    accepted(
        behindProxy.authenticate(
            TOKEN, FakeExchange.from(PROXY).header("Client-Cert", CertificateText.item(HOLDERS))));
    assertRejected(
        behindProxy.authenticate(
            TOKEN, FakeExchange.from(PROXY).header("Client-Cert", CertificateText.item(RENEWED))),
        "certificate");
    assertRejected(
        behindProxy.authenticate(TOKEN, FakeExchange.from(PROXY).showing(HOLDERS)), "certificate");
  }

  @Test
  void aStrangerWhoWritesTheHeaderHasNotGotTheCertificate() {
    FakeExchange spoofed =
        FakeExchange.from(STRANGER).overTls().header("Client-Cert", CertificateText.item(HOLDERS));
    assertRejected(behindProxy.authenticate(TOKEN, spoofed), "certificate");
    assertRejected(direct.authenticate(TOKEN, spoofed), "certificate");
  }
}
