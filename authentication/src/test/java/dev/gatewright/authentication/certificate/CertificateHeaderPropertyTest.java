package dev.gatewright.authentication.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.exchange.TrustedProxies;
import dev.gatewright.testing.CertificateText;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.TestAuthority;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CertificateHeaderPropertyTest {
  private static final X509Certificate ALICE =
      TestAuthority.root("Root").client("alice").certificate();
  private static final byte[] DER = CertificateText.der(ALICE);
  private static final TrustedProxies PROXIES = TrustedProxies.of(List.of("10.0.0.0/8"));

  @Provide
  Arbitrary<String> headerValues() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "Cert=",
            "Chain=",
            "Subject=",
            "\"",
            "\\",
            ",",
            ";",
            "=",
            ":",
            " ",
            "\t",
            "%",
            "%0A",
            "%zz",
            "MIIB",
            "-----BEGIN%20CERTIFICATE-----",
            "-----END%20CERTIFICATE-----",
            CertificateText.item(ALICE),
            CertificateText.urlEncodedPem(ALICE),
            "\u0000",
            "\u00e9",
            "\uff10",
            "\ud800");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(12).map(list -> String.join("", list)),
        Arbitraries.strings().ofMaxLength(200));
  }

  @Property
  void noHeaderValueWhateverThrowsOrInventsACertificate(
      @ForAll("headerValues") String leaf, @ForAll("headerValues") String chain) {
    FakeExchange exchange =
        FakeExchange.from("10.0.0.1")
            .header("Client-Cert", leaf)
            .header("Client-Cert-Chain", chain)
            .header("X-Forwarded-Client-Cert", leaf);
    for (CertificateHeader header : CertificateHeader.values()) {
      assertThat(ClientCertificates.behind(PROXIES, header).chain(exchange))
          .allMatch(ALICE::equals);
    }
  }

  @Property
  void noHeaderValueWhateverGivesAStrangerACertificate(@ForAll("headerValues") String value) {
    FakeExchange exchange =
        FakeExchange.from("198.51.100.4")
            .header("Client-Cert", value)
            .header("X-Forwarded-Client-Cert", value);
    for (CertificateHeader header : CertificateHeader.values()) {
      assertThat(ClientCertificates.behind(PROXIES, header).of(exchange))
          .isEqualTo(new ClientCertificate.None());
    }
  }

  @Property
  void aCertificateWithAChangedByteIsAnotherCertificateOrNone(
      @ForAll int position, @ForAll @IntRange(min = 1, max = 255) int change) {
    byte[] changed = DER.clone();
    changed[Math.floorMod(position, changed.length)] ^= (byte) change;
    X509Certificate read = StrictCertificate.ofDer(changed);
    assertThat(read).isNotEqualTo(ALICE);
    FakeExchange exchange =
        FakeExchange.from("10.0.0.1")
            .header("Client-Cert", ":" + Base64.getEncoder().encodeToString(changed) + ":");
    assertThat(ClientCertificates.behind(PROXIES, CertificateHeader.CLIENT_CERT).chain(exchange))
        .isEqualTo(read == null ? List.of() : List.of(read));
  }

  @Property
  void noBytesWhateverThrow(@ForAll byte[] bytes) {
    byte[] sequence = bytes.clone();
    if (sequence.length > 0) {
      sequence[0] = 0x30;
    }
    assertThat(StrictCertificate.ofDer(sequence)).isNull();
  }
}
