package dev.gatewright.authentication.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gatewright.runtime.exchange.TrustedProxies;
import dev.gatewright.testing.FakeExchange;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever a trusted proxy passes on as a certificate is one, is none, or is refused. */
class CertificateHeaderFuzzTest {
  private static final TrustedProxies PROXIES = TrustedProxies.of(List.of("10.0.0.0/8"));
  private static final ClientCertificates CLIENT_CERT =
      ClientCertificates.behind(PROXIES, CertificateHeader.CLIENT_CERT);
  private static final ClientCertificates FORWARDED =
      ClientCertificates.behind(PROXIES, CertificateHeader.X_FORWARDED_CLIENT_CERT);

  /** Of RFC 9440: the certificate, and after a line feed its chain. */
  @FuzzTest
  void clientCert(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    int lineFeed = text.indexOf('\n');
    FakeExchange exchange =
        lineFeed < 0
            ? from("Client-Cert", text)
            : from("Client-Cert", text.substring(0, lineFeed))
                .header("Client-Cert-Chain", text.substring(lineFeed + 1));
    assertThat(CLIENT_CERT.of(exchange)).isNotNull();
    assertThat(CLIENT_CERT.chain(exchange)).hasSizeLessThanOrEqualTo(StrictCertificate.MAX_CHAIN);
  }

  @FuzzTest
  void forwardedClientCert(byte[] input) {
    FakeExchange exchange =
        from("X-Forwarded-Client-Cert", new String(input, StandardCharsets.ISO_8859_1));
    assertThat(FORWARDED.of(exchange)).isNotNull();
    assertThat(FORWARDED.chain(exchange)).hasSizeLessThanOrEqualTo(StrictCertificate.MAX_CHAIN);
  }

  private static FakeExchange from(String name, String value) {
    return FakeExchange.from("10.0.0.1").overTls().header(name, value);
  }
}
