package dev.gatewright.authentication.mtls;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static dev.gatewright.testing.TestAuthority.NOW;
import static dev.gatewright.testing.TestAuthority.spiffe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Scheme;
import dev.gatewright.authentication.InProcessRevocations;
import dev.gatewright.authentication.certificate.CertificateHeader;
import dev.gatewright.authentication.certificate.ClientCertificates;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.Confirmation;
import dev.gatewright.runtime.exchange.TrustedProxies;
import dev.gatewright.testing.CertificateText;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.TestAuthority;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

class MutualTlsAuthenticatorTest {
  private static final TestAuthority ROOT = TestAuthority.root("Root");
  private static final TestAuthority ISSUING = ROOT.intermediate("Issuing");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

  private MutualTlsAuthenticator.Builder settings() {
    return MutualTlsAuthenticator.builder()
        .trustedCertificate(ROOT.certificate())
        .name(CertificateName.SAN_URI)
        .clock(now::get);
  }

  private Authentication authenticate(X509Certificate... chain) {
    return authenticate(settings().anyClient().build(), chain);
  }

  private static Authentication authenticate(
      MutualTlsAuthenticator authenticator, X509Certificate... chain) {
    FakeExchange exchange = FakeExchange.from("203.0.113.7").showing(chain);
    List<String> credentials = authenticator.credentials(exchange);
    assertThat(credentials).hasSize(1);
    return authenticator.authenticate(credentials.get(0), exchange);
  }

  private Authentication named(
      CertificateName name, String subject, UnaryOperator<TestAuthority.Contents> changes) {
    return authenticate(
        settings().name(name).anyClient().build(), ROOT.issue(subject, changes).certificate());
  }

  @Test
  void aCertificateOfATrustedAuthorityIsItsClient() {
    X509Certificate alice = ROOT.client("alice").certificate();
    Caller caller = accepted(authenticate(alice));
    assertThat(caller.scheme()).isEqualTo(Scheme.MUTUAL_TLS);
    assertThat(caller.issuer()).isEqualTo("mutual-tls");
    assertThat(caller.subject()).isEqualTo("spiffe://example.org/alice");
    assertThat(caller.roles()).isEmpty();
    assertThat(caller.scopes()).isEmpty();
    assertThat(caller.mfa()).isFalse();
    assertThat(caller.issuedAt()).isEqualTo(alice.getNotBefore().toInstant());
    assertThat(caller.expiresAt()).isEqualTo(alice.getNotAfter().toInstant());
    assertThat(caller.credentialId()).hasSize(43);
    assertThat(caller.confirmation()).isEqualTo(new Confirmation(caller.credentialId(), null));
  }

  @Test
  void aCertificateIsAnAmbientCredentialWithAChallengeOfItsOwn() {
    MutualTlsAuthenticator authenticator = settings().anyClient().build();
    assertThat(authenticator.scheme()).isEqualTo(Scheme.MUTUAL_TLS);
    assertThat(authenticator.header()).isNull();
    assertThat(authenticator.challenge()).isEqualTo("ClientCertificate");
    assertThat(authenticator.credentials(FakeExchange.from("203.0.113.7").overTls())).isEmpty();
    assertRejected(
        authenticator.authenticate("", FakeExchange.from("203.0.113.7").overTls()), "without");
  }

  @Test
  void aChainLeadsThroughItsIntermediatesInTheOrderItWasSent() {
    X509Certificate alice = ISSUING.client("alice").certificate();
    accepted(authenticate(alice, ISSUING.certificate()));
    accepted(authenticate(alice, ISSUING.certificate(), ROOT.certificate()));
    assertRejected(authenticate(alice), "trusted authority");
    assertRejected(
        authenticate(alice, ROOT.certificate(), ISSUING.certificate()), "trusted authority");
    accepted(
        authenticate(
            settings().trustedCertificate(ISSUING.certificate()).anyClient().build(), alice));
  }

  @Test
  void aCertificateOfAnotherAuthorityIsRefusedWhateverItIsCalled() {
    TestAuthority other = TestAuthority.root("Root");
    assertRejected(authenticate(other.client("alice").certificate()), "trusted authority");
    assertRejected(
        authenticate(other.client("alice").certificate(), other.certificate()),
        "trusted authority");
    assertRejected(
        authenticate(other.client("alice").certificate(), ROOT.certificate()), "trusted authority");
    assertRejected(
        authenticate(TestAuthority.root("Other").client("alice").certificate()),
        "trusted authority");
  }

  @Test
  void aClientCannotIssueCertificates() {
    TestAuthority.Issued alice = ROOT.client("alice");
    TestAuthority mallory = TestAuthority.ofClient(alice);
    assertRejected(
        authenticate(mallory.client("admin").certificate(), alice.certificate()),
        "trusted authority");
  }

  @Test
  void aCertificateIsAcceptedWithinItsDatesOnly() {
    X509Certificate alice = ROOT.client("alice").certificate();
    now.set(alice.getNotBefore().toInstant().minusMillis(1));
    assertRejected(authenticate(alice), "not valid yet");
    now.set(alice.getNotBefore().toInstant());
    accepted(authenticate(alice));
    now.set(alice.getNotAfter().toInstant());
    accepted(authenticate(alice));
    now.set(alice.getNotAfter().toInstant().plusMillis(1));
    assertRejected(authenticate(alice), "expired");
  }

  @Test
  void anAuthorityThatEndedCertifiesNobody() {
    TestAuthority ended =
        ROOT.renewed(contents -> contents.valid(NOW.minusSeconds(9_000), NOW.minusSeconds(1)));
    MutualTlsAuthenticator authenticator =
        MutualTlsAuthenticator.builder()
            .trustedCertificate(ended.certificate())
            .name(CertificateName.SAN_URI)
            .anyClient()
            .clock(now::get)
            .build();
    X509Certificate alice = ROOT.client("alice").certificate();
    assertRejected(authenticate(authenticator, alice), "trusted authority");
    now.set(NOW.minusSeconds(2));
    accepted(authenticate(authenticator, alice));
  }

  @Test
  void aRememberedPathEndsWithItsCertificatesAndAfterAMinute() {
    TestAuthority issuing =
        ISSUING.renewedBy(
            ROOT, contents -> contents.valid(NOW.minusSeconds(60), NOW.plusSeconds(30)));
    X509Certificate alice = ISSUING.client("alice").certificate();
    MutualTlsAuthenticator authenticator = settings().anyClient().build();
    accepted(authenticate(authenticator, alice, issuing.certificate()));
    // Remembered: the same certificate counts, even where the way to the authority is not sent.
    accepted(authenticate(authenticator, alice));
    now.set(NOW.plusSeconds(31));
    assertRejected(authenticate(authenticator, alice, issuing.certificate()), "trusted authority");
    now.set(NOW);
    accepted(authenticate(authenticator, alice, ISSUING.certificate()));
    now.set(NOW.plusSeconds(60));
    assertRejected(authenticate(authenticator, alice), "trusted authority");
    now.set(NOW.minusSeconds(1));
    assertRejected(authenticate(authenticator, alice), "trusted authority");
  }

  @Test
  void aServersCertificateIsNoClients() {
    assertRejected(
        named(
            CertificateName.SAN_URI,
            "CN=server",
            contents ->
                contents.uri(spiffe("server")).extendedKeyUsage(KeyPurposeId.id_kp_serverAuth)),
        "not for client authentication");
    accepted(
        named(
            CertificateName.SAN_URI,
            "CN=old",
            contents -> contents.uri(spiffe("old")).without(Extension.extendedKeyUsage)));
  }

  /** Else whoever may sign mail in the company's name could make a client of anybody. */
  @Test
  void anAuthorityForOtherPurposesCertifiesNoClient() {
    for (KeyPurposeId purpose :
        List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_emailProtection)) {
      TestAuthority other = ISSUING.renewedBy(ROOT, contents -> contents.extendedKeyUsage(purpose));
      assertRejected(
          authenticate(other.client("alice").certificate(), other.certificate()),
          "trusted authority");
    }
    for (KeyPurposeId purpose :
        List.of(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.anyExtendedKeyUsage)) {
      TestAuthority right = ISSUING.renewedBy(ROOT, contents -> contents.extendedKeyUsage(purpose));
      accepted(authenticate(right.client("alice").certificate(), right.certificate()));
    }
  }

  @Test
  void aKeyThatIsNotForSignaturesIsRefused() {
    assertRejected(
        named(
            CertificateName.SAN_URI,
            "CN=a",
            contents -> contents.uri(spiffe("a")).keyUsage(KeyUsage.keyEncipherment)),
        "not for signatures");
    accepted(
        named(
            CertificateName.SAN_URI,
            "CN=a",
            contents -> contents.uri(spiffe("a")).without(Extension.keyUsage)));
  }

  @Test
  void anAuthorityIsNoClient() {
    assertRejected(
        named(
            CertificateName.SAN_URI,
            "CN=a",
            contents -> contents.uri(spiffe("a")).basicConstraints(true)),
        "authority");
    assertRejected(authenticate(ROOT.certificate()), "authority");
  }

  @Test
  void aCriticalExtensionThatNobodyKnowsIsRefused() {
    ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
    assertRejected(
        named(
            CertificateName.SAN_URI,
            "CN=a",
            contents ->
                contents.uri(spiffe("a")).extension(unknown, true, new DERUTF8String("only here"))),
        "trusted authority");
    accepted(
        named(
            CertificateName.SAN_URI,
            "CN=a",
            contents ->
                contents.uri(spiffe("a")).extension(unknown, false, new DERUTF8String("a note"))));
  }

  @Test
  void eachKindOfNameIsReadFromItsPlace() {
    UnaryOperator<TestAuthority.Contents> all =
        contents -> contents.uri(spiffe("a")).dns("A.Example.org").email("ops@example.org");
    String subject = "CN=payments\\, main,OU=Teams,O=Example";
    assertThat(accepted(named(CertificateName.SAN_URI, subject, all)).subject())
        .isEqualTo("spiffe://example.org/a");
    assertThat(accepted(named(CertificateName.SAN_DNS, subject, all)).subject())
        .isEqualTo("a.example.org");
    assertThat(accepted(named(CertificateName.SAN_EMAIL, subject, all)).subject())
        .isEqualTo("ops@example.org");
    assertThat(accepted(named(CertificateName.COMMON_NAME, subject, all)).subject())
        .isEqualTo("payments, main");
    assertThat(accepted(named(CertificateName.SUBJECT, subject, all)).subject())
        .isEqualTo("CN=payments\\, main,OU=Teams,O=Example");
  }

  @Test
  void aNameThatIsMissingIsNotMadeUpFromAnother() {
    for (CertificateName name :
        List.of(CertificateName.SAN_URI, CertificateName.SAN_DNS, CertificateName.SAN_EMAIL)) {
      assertRejected(named(name, "CN=a.example.org", contents -> contents), "exactly one");
    }
    assertRejected(
        named(CertificateName.COMMON_NAME, "O=Example", contents -> contents.uri(spiffe("a"))),
        "exactly one");
    assertRejected(
        named(CertificateName.SUBJECT, "", contents -> contents.uri(spiffe("a"))), "exactly one");
  }

  @Test
  void ofTwoNamesNobodyChooses() {
    assertRejected(
        named(
            CertificateName.SAN_URI,
            "CN=a",
            contents -> contents.uri(spiffe("a")).uri(spiffe("admin"))),
        "exactly one");
    assertRejected(
        named(CertificateName.SAN_DNS, "CN=a", contents -> contents.dns("a.test").dns("b.test")),
        "exactly one");
    assertRejected(
        named(CertificateName.COMMON_NAME, "CN=a,CN=admin", contents -> contents), "exactly one");
    assertRejected(
        named(CertificateName.COMMON_NAME, "CN=a+CN=admin", contents -> contents), "exactly one");
  }

  @Test
  void aWildcardOrAControlCharacterNamesNobody() {
    assertRejected(
        named(CertificateName.SAN_DNS, "CN=a", contents -> contents.dns("*.example.org")),
        "exactly one");
    assertRejected(
        named(CertificateName.COMMON_NAME, "CN=admin\\00.example.org", contents -> contents),
        "exactly one");
  }

  @Test
  void onlyKnownClientsAreAcceptedAndAsWhatTheyAreKnown() {
    MutualTlsAuthenticator authenticator =
        settings()
            .client(
                spiffe("payments"),
                new KnownClient("payments", Set.of("service"), Set.of("transfers:write")))
            .issuer("mesh")
            .build();
    Caller caller = accepted(authenticate(authenticator, ROOT.client("payments").certificate()));
    assertThat(caller.subject()).isEqualTo("payments");
    assertThat(caller.issuer()).isEqualTo("mesh");
    assertThat(caller.roles()).containsExactly("service");
    assertThat(caller.scopes()).containsExactly("transfers:write");
    assertRejected(
        authenticate(authenticator, ROOT.client("ledger").certificate()), "known client");
    assertRejected(
        authenticate(authenticator, ROOT.client("Payments").certificate()), "known client");
  }

  @Test
  void aWholeSubjectIsComparedAsANameAndNotAsAText() {
    MutualTlsAuthenticator authenticator =
        settings()
            .name(CertificateName.SUBJECT)
            .client("cn=payments,  O=Example", KnownClient.of("payments"))
            .build();
    accepted(authenticate(authenticator, ROOT.client("payments").certificate()));
    assertRejected(
        authenticate(
            authenticator, ROOT.issue("O=Example,CN=payments", contents -> contents).certificate()),
        "known client");
  }

  @Test
  void aCertificateIsRevokedByItsThumbprint() {
    InProcessRevocations revocations = new InProcessRevocations(10, now::get);
    Caller caller = accepted(authenticate(ROOT.client("alice").certificate()));
    Caller next = accepted(authenticate(ROOT.client("alice").certificate()));
    revocations.revoke("mutual-tls", caller.credentialId(), caller.expiresAt());
    assertThat(revocations.isRevoked(caller)).isTrue();
    assertThat(revocations.isRevoked(next)).isFalse();
    revocations.revokeSubject("mutual-tls", caller.subject(), NOW, NOW.plus(Duration.ofDays(400)));
    assertThat(revocations.isRevoked(next)).isTrue();
  }

  @Test
  void aTrustedProxysHeaderIsTheCertificateAndAStrangersIsNot() {
    X509Certificate alice = ISSUING.client("alice").certificate();
    MutualTlsAuthenticator authenticator =
        settings()
            .anyClient()
            .certificates(
                ClientCertificates.behind(
                    TrustedProxies.of(List.of("10.0.0.0/8")), CertificateHeader.CLIENT_CERT))
            .build();
    FakeExchange fromProxy =
        FakeExchange.from("10.0.0.1")
            .header("Client-Cert", CertificateText.item(alice))
            .header("Client-Cert-Chain", CertificateText.list(ISSUING.certificate()));
    assertThat(authenticator.credentials(fromProxy)).hasSize(1);
    accepted(authenticator.authenticate("", fromProxy));
    FakeExchange fromStranger =
        FakeExchange.from("203.0.113.7").header("Client-Cert", CertificateText.item(alice));
    assertThat(authenticator.credentials(fromStranger)).isEmpty();
    assertRejected(authenticator.authenticate("", fromStranger), "without");
    FakeExchange malformed = FakeExchange.from("10.0.0.1").header("Client-Cert", ":AAAA:");
    assertThat(authenticator.credentials(malformed)).hasSize(1);
    assertRejected(authenticator.authenticate("", malformed), "Client-Cert");
  }
}
