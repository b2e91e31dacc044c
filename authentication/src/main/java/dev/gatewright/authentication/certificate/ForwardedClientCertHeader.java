package dev.gatewright.authentication.certificate;

import dev.gatewright.runtime.exchange.Exchange;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads Envoy's {@code X-Forwarded-Client-Cert}. Its last element is what the trusted peer says of
 * its own client; elements to the left were there before, and are at most somebody else's word.
 */
final class ForwardedClientCertHeader {
  private static final String NAME = "X-Forwarded-Client-Cert";

  /** Far above a chain of certificates in URL-encoded PEM, in characters. */
  private static final int MAX_LENGTH = 131_072;

  private ForwardedClientCertHeader() {}

  static boolean isPresent(Exchange exchange) {
    return !exchange.headers(NAME).isEmpty();
  }

  static ClientCertificate read(Exchange exchange) {
    List<String> lines = exchange.headers(NAME);
    if (lines.isEmpty()) {
      return new ClientCertificate.None();
    }
    if (lines.size() > 1) {
      return new ClientCertificate.Malformed("several " + NAME + " headers were sent");
    }
    String line = lines.get(0);
    ForwardedClientCert element =
        line.length() > MAX_LENGTH ? null : ForwardedClientCertParser.last(line);
    if (element == null) {
      return new ClientCertificate.Malformed("the " + NAME + " header is malformed");
    }
    List<X509Certificate> certificates = certificates(element);
    return certificates == null
        ? new ClientCertificate.Malformed("the " + NAME + " header holds no certificate in 'Cert'")
        : new ClientCertificate.Shown(certificates);
  }

  private static @Nullable List<X509Certificate> certificates(ForwardedClientCert element) {
    List<X509Certificate> leaf = pem(element.cert(), 1);
    if (leaf == null || element.chain() == null) {
      return leaf;
    }
    List<X509Certificate> chain = pem(element.chain(), StrictCertificate.MAX_CHAIN);
    // Envoy's chain starts with the leaf; one that does not is about another client.
    return chain != null && chain.get(0).equals(leaf.get(0)) ? chain : null;
  }

  private static @Nullable List<X509Certificate> pem(@Nullable String urlEncoded, int most) {
    String text = urlEncoded == null ? null : decoded(urlEncoded);
    return text == null ? null : StrictCertificate.ofPem(text, most);
  }

  /** Percent-decodes (RFC 3986, section 2.1) ASCII; a plus sign is a plus sign. */
  private static @Nullable String decoded(String text) {
    byte[] bytes = new byte[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        if (i + 2 >= text.length()
            || !HexFormat.isHexDigit(text.charAt(i + 1))
            || !HexFormat.isHexDigit(text.charAt(i + 2))) {
          return null;
        }
        c = (char) HexFormat.fromHexDigits(text, i + 1, i + 3);
        i += 2;
      }
      if (c > '~') {
        return null;
      }
      bytes[length++] = (byte) c;
    }
    return new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }
}
