package dev.gatewright.authentication.certificate;

import dev.gatewright.runtime.exchange.Exchange;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Client-Cert} and {@code Client-Cert-Chain} (RFC 9440): byte sequences (RFC 9651,
 * section 3.3.5), each the DER of one certificate, without parameters, in one line for each header.
 */
final class ClientCertHeader {
  private static final String LEAF = "Client-Cert";
  private static final String CHAIN = "Client-Cert-Chain";

  /** The base64 of the longest certificate, its two colons included, in characters. */
  private static final int MAX_ITEM_LENGTH = (StrictCertificate.MAX_BYTES + 2) / 3 * 4 + 2;

  private ClientCertHeader() {}

  static boolean isPresent(Exchange exchange) {
    return !exchange.headers(LEAF).isEmpty() || !exchange.headers(CHAIN).isEmpty();
  }

  static ClientCertificate read(Exchange exchange) {
    List<String> leaves = exchange.headers(LEAF);
    List<String> chains = exchange.headers(CHAIN);
    if (leaves.isEmpty() && chains.isEmpty()) {
      return new ClientCertificate.None();
    }
    if (leaves.size() != 1 || chains.size() > 1) {
      // Two lines: a proxy that adds its own without removing its client's.
      return new ClientCertificate.Malformed("not exactly one Client-Cert header was sent");
    }
    List<X509Certificate> certificates = new ArrayList<>();
    return add(certificates, leaves.get(0), 1)
            && (chains.isEmpty() || add(certificates, chains.get(0), StrictCertificate.MAX_CHAIN))
        ? new ClientCertificate.Shown(certificates)
        : new ClientCertificate.Malformed("the Client-Cert headers hold no certificates");
  }

  /** Adds the items of a list (RFC 9651, section 3.1); false where it is malformed. */
  private static boolean add(List<X509Certificate> certificates, String line, int maxItems) {
    int start = 0;
    for (int items = 0; items < maxItems; items++) {
      int comma = line.indexOf(',', start);
      X509Certificate certificate = item(line, start, comma < 0 ? line.length() : comma);
      if (certificate == null) {
        return false;
      }
      certificates.add(certificate);
      if (comma < 0) {
        return true;
      }
      start = comma + 1;
    }
    return false;
  }

  private static @Nullable X509Certificate item(String line, int start, int end) {
    int first = start;
    int last = end - 1;
    while (first < last && isBlank(line.charAt(first))) {
      first++;
    }
    while (last > first && isBlank(line.charAt(last))) {
      last--;
    }
    if (last <= first
        || last - first >= MAX_ITEM_LENGTH
        || line.charAt(first) != ':'
        || line.charAt(last) != ':') {
      return null;
    }
    byte[] der = StrictCertificate.base64(line.substring(first + 1, last));
    return der == null ? null : StrictCertificate.ofDer(der);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
