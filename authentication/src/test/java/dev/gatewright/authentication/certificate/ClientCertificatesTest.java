package dev.gatewright.authentication.certificate;

import static dev.gatewright.testing.CertificateText.item;
import static dev.gatewright.testing.CertificateText.list;
import static dev.gatewright.testing.CertificateText.pem;
import static dev.gatewright.testing.CertificateText.urlEncodedPem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.exchange.TrustedProxies;
import dev.gatewright.testing.CertificateText;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.TestAuthority;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCertificatesTest {
  private static final String PROXY = "10.0.0.1";
  private static final String STRANGER = "203.0.113.7";
  private static final String XFCC = "X-Forwarded-Client-Cert";
  private static final TestAuthority ROOT = TestAuthority.root("Root");
  private static final TestAuthority ISSUING = ROOT.intermediate("Issuing");
  private static final X509Certificate ALICE = ISSUING.client("alice").certificate();
  private static final X509Certificate BOB = ISSUING.client("bob").certificate();

  private final TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8"));

  private ClientCertificates read(CertificateHeader header) {
    return ClientCertificates.behind(proxies, header);
  }

  private void assertMalformed(CertificateHeader header, FakeExchange exchange) {
    ClientCertificates certificates = read(header);
    assertThat(certificates.of(exchange)).isInstanceOf(ClientCertificate.Malformed.class);
    assertThat(certificates.chain(exchange)).isEmpty();
    assertThat(certificates.isPresent(exchange)).isTrue();
  }

  private void assertRfc9440Malformed(String... lines) {
    FakeExchange exchange = FakeExchange.from(PROXY);
    for (String line : lines) {
      exchange.header("Client-Cert", line);
    }
    assertMalformed(CertificateHeader.CLIENT_CERT, exchange);
  }

  private void assertForwardedMalformed(String line) {
    assertMalformed(
        CertificateHeader.X_FORWARDED_CLIENT_CERT, FakeExchange.from(PROXY).header(XFCC, line));
  }

  private List<X509Certificate> forwarded(String line) {
    return read(CertificateHeader.X_FORWARDED_CLIENT_CERT)
        .chain(FakeExchange.from(PROXY).header(XFCC, line));
  }

  @Test
  void theCertificateOfTheConnectionIsTheClients() {
    FakeExchange exchange = FakeExchange.from(STRANGER).showing(ALICE, ISSUING.certificate());
    assertThat(ClientCertificates.ofConnection().chain(exchange))
        .containsExactly(ALICE, ISSUING.certificate());
    assertThat(read(CertificateHeader.CLIENT_CERT).chain(exchange))
        .containsExactly(ALICE, ISSUING.certificate());
    assertThat(ClientCertificates.ofConnection().of(FakeExchange.from(STRANGER).overTls()))
        .isEqualTo(new ClientCertificate.None());
  }

  @ParameterizedTest
  @EnumSource
  void theCertificateOfAProxysOwnConnectionIsNeverItsClients(CertificateHeader header) {
    FakeExchange exchange = FakeExchange.from(PROXY).showing(ALICE);
    assertThat(read(header).of(exchange)).isEqualTo(new ClientCertificate.None());
    assertThat(read(header).isPresent(exchange)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aStrangersHeadersAreAsIfAbsent(CertificateHeader header) {
    FakeExchange spoofed =
        FakeExchange.from(STRANGER)
            .overTls()
            .header("Client-Cert", item(ALICE))
            .header(XFCC, "Cert=\"" + urlEncodedPem(ALICE) + "\"");
    assertThat(read(header).of(spoofed)).isEqualTo(new ClientCertificate.None());
    assertThat(read(header).isPresent(spoofed)).isFalse();
    assertThat(read(header).chain(spoofed.showing(BOB))).containsExactly(BOB);
  }

  @Test
  void onlyTheHeaderThatIsConfiguredIsRead() {
    FakeExchange both =
        FakeExchange.from(PROXY)
            .header("Client-Cert", item(ALICE))
            .header(XFCC, "Cert=\"" + urlEncodedPem(BOB) + "\"");
    assertThat(read(CertificateHeader.NONE).chain(both)).isEmpty();
    assertThat(read(CertificateHeader.CLIENT_CERT).chain(both)).containsExactly(ALICE);
    assertThat(read(CertificateHeader.X_FORWARDED_CLIENT_CERT).chain(both)).containsExactly(BOB);
  }

  @Test
  void anIpv4MappedPeerIsTheProxyItStandsFor() {
    assertThat(
            read(CertificateHeader.CLIENT_CERT)
                .chain(FakeExchange.from("::ffff:" + PROXY).header("Client-Cert", item(ALICE))))
        .containsExactly(ALICE);
  }

  @Test
  void clientCertAndItsChainAreReadAsRfc9440Says() {
    assertThat(
            read(CertificateHeader.CLIENT_CERT)
                .chain(
                    FakeExchange.from(PROXY)
                        .header("Client-Cert", "  " + item(ALICE) + " ")
                        .header(
                            "Client-Cert-Chain", list(ISSUING.certificate(), ROOT.certificate()))))
        .containsExactly(ALICE, ISSUING.certificate(), ROOT.certificate());
  }

  @Test
  void twoClientCertHeadersAreMalformed() {
    assertRfc9440Malformed(item(ALICE), item(ALICE));
    assertRfc9440Malformed(item(ALICE), item(BOB));
    assertRfc9440Malformed(item(ALICE) + ", " + item(BOB));
  }

  @Test
  void aChainWithoutAClientCertIsMalformed() {
    assertMalformed(
        CertificateHeader.CLIENT_CERT,
        FakeExchange.from(PROXY).header("Client-Cert-Chain", list(ALICE)));
    assertMalformed(
        CertificateHeader.CLIENT_CERT,
        FakeExchange.from(PROXY)
            .header("Client-Cert", item(ALICE))
            .header("Client-Cert-Chain", item(ISSUING.certificate()))
            .header("Client-Cert-Chain", item(ROOT.certificate())));
  }

  @Test
  void aChainOfMoreCertificatesThanAnybodyNeedsIsMalformed() {
    String chain =
        list(Collections.nCopies(11, ISSUING.certificate()).toArray(X509Certificate[]::new));
    assertMalformed(
        CertificateHeader.CLIENT_CERT,
        FakeExchange.from(PROXY)
            .header("Client-Cert", item(ALICE))
            .header("Client-Cert-Chain", chain));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", ":", "::", ":AAAA:", "AAAA", "?1", ":MIIB", "\"MIIB\"", ": :", ":*:"})
  void aClientCertThatIsNoByteSequenceOfACertificateIsMalformed(String value) {
    assertRfc9440Malformed(value);
  }

  @Test
  void aByteSequenceHoldsExactlyOneCertificateInOneForm() {
    byte[] der = CertificateText.der(ALICE);
    String base64 = Base64.getEncoder().encodeToString(der);
    assertRfc9440Malformed(item(ALICE) + ";a=1");
    assertRfc9440Malformed(item(ALICE) + ",");
    assertRfc9440Malformed(base64);
    assertRfc9440Malformed(":" + base64.replace('+', '-').replace('/', '_') + "-:");
    assertRfc9440Malformed(":" + base64.substring(0, 8) + "\n" + base64.substring(8) + ":");
    assertRfc9440Malformed(encoded(Arrays.copyOf(der, der.length + 1)));
    assertRfc9440Malformed(encoded(Arrays.copyOf(der, der.length - 1)));
    byte[] twice = Arrays.copyOf(der, der.length * 2);
    System.arraycopy(der, 0, twice, der.length, der.length);
    assertRfc9440Malformed(encoded(twice));
    assertRfc9440Malformed(
        encoded(pem(ALICE).getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
  }

  /** BER lets one certificate be written in many ways, each with a thumbprint of its own. */
  @Test
  void aCertificateOfIndefiniteLengthIsMalformed() {
    byte[] der = CertificateText.der(ALICE);
    byte[] ber = new byte[der.length];
    ber[0] = 0x30;
    ber[1] = (byte) 0x80; // instead of 82 and two bytes of length
    System.arraycopy(der, 4, ber, 2, der.length - 4);
    assertRfc9440Malformed(encoded(ber));
  }

  @Test
  void aCertificateThatIsTooLongIsNotEvenDecoded() {
    byte[] der = new byte[StrictCertificate.MAX_BYTES + 3];
    der[0] = 0x30;
    assertRfc9440Malformed(encoded(der));
    assertThat(StrictCertificate.ofDer(der)).isNull();
  }

  private static String encoded(byte[] bytes) {
    return ":" + Base64.getEncoder().encodeToString(bytes) + ":";
  }

  @Test
  void envoysHeaderIsReadAsEnvoyDocumentsIt() {
    assertThat(forwarded("Cert=\"" + urlEncodedPem(ALICE) + "\"")).containsExactly(ALICE);
    assertThat(
            forwarded(
                "By=spiffe://mesh/api;Hash=468ed33be74eee6556d90c0149c1309e9ba61d6425303443c0748a;"
                    + "Cert=\""
                    + urlEncodedPem(ALICE)
                    + "\";Chain=\""
                    + urlEncodedPem(ALICE, ISSUING.certificate())
                    + "\";Subject=\"CN=\\\"a;b,c\\\",O=Example\";URI=spiffe://example.org/alice;"
                    + "DNS=a.example;DNS=b.example"))
        .containsExactly(ALICE, ISSUING.certificate());
    assertThat(forwarded("cert=" + urlEncodedPem(ALICE))).containsExactly(ALICE);
  }

  @Test
  void theLastElementOfEnvoysHeaderIsTheTrustedHopsWord() {
    assertThat(
            forwarded("Cert=\"" + urlEncodedPem(ALICE) + "\",Cert=\"" + urlEncodedPem(BOB) + "\""))
        .containsExactly(BOB);
    assertForwardedMalformed("Cert=\"" + urlEncodedPem(ALICE) + "\",By=spiffe://mesh/api;Hash=00");
  }

  @Test
  void aQuoteInASubjectDoesNotEndItsElement() {
    assertThat(
            forwarded(
                "Subject=\"CN=\\\",Cert="
                    + urlEncodedPem(ALICE)
                    + ",\\\"\";Cert=\""
                    + urlEncodedPem(BOB)
                    + "\""))
        .containsExactly(BOB);
  }

  @Test
  void twoHeadersOfEnvoyAreMalformed() {
    String value = "Cert=\"" + urlEncodedPem(ALICE) + "\"";
    assertMalformed(
        CertificateHeader.X_FORWARDED_CLIENT_CERT,
        FakeExchange.from(PROXY).header(XFCC, value).header(XFCC, value));
  }

  @Test
  void envoysHeaderIsMalformedWithoutExactlyOneCertificateOfTheClient() {
    String alice = urlEncodedPem(ALICE);
    assertForwardedMalformed("Hash=00");
    assertForwardedMalformed("Chain=\"" + alice + "\"");
    assertForwardedMalformed("Cert=\"" + urlEncodedPem(ALICE, BOB) + "\"");
    assertForwardedMalformed("Cert=\"" + alice + "\";Cert=\"" + urlEncodedPem(BOB) + "\"");
    assertForwardedMalformed("Cert=\"" + alice + "\";Chain=\"" + urlEncodedPem(BOB, ALICE) + "\"");
    assertForwardedMalformed("Cert=\"" + alice + "\";Chain=\"\"");
    assertForwardedMalformed("Cert=\"" + pem(ALICE) + "\"");
    assertForwardedMalformed("Cert=\"" + alice.replace("%0A", "%0") + "\"");
    assertForwardedMalformed("Cert=\"" + alice.replace("%0A", "%C3%BC") + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        ";",
        "=",
        "Cert",
        "Cert=",
        "Cert=\"",
        "Cert=\"\\",
        "Cert=a b",
        "Cert=%",
        "Cert=%0",
        "Cert=%zz",
        "Cert=\"a\"b",
        "Cert=a\"b",
        "Cert=a,",
        ",Cert=a",
        "Ce-rt=a",
        "Cert=a=b"
      })
  void envoysHeaderIsMalformedWhereItsSyntaxIs(String value) {
    assertForwardedMalformed(value);
  }

  @Test
  void aHeaderOfEnvoyThatIsTooLongIsNotEvenParsed() {
    assertForwardedMalformed(
        "Subject=\"" + "a".repeat(131_072) + "\";Cert=" + urlEncodedPem(ALICE));
  }
}
