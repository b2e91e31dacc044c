package dev.gatewright.authentication.certificate;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads X.509 certificates (RFC 5280): DER with nothing after it, and PEM (RFC 7468) with nothing
 * between its blocks. The platform's factory skips what it does not know.
 */
public final class StrictCertificate {
  /** Most certificates of one client that are read. */
  static final int MAX_CHAIN = 10;

  /** Longest certificate that is read, in bytes of its DER. */
  public static final int MAX_BYTES = 16_384;

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";
  private static final int SEQUENCE = 0x30;

  private StrictCertificate() {}

  /** The certificate; null where the bytes are anything but exactly one. */
  public static @Nullable X509Certificate ofDer(byte[] der) {
    // The factory takes PEM and PKCS #7 as well.
    if (der.length == 0 || der.length > MAX_BYTES || der[0] != SEQUENCE) {
      return null;
    }
    try {
      ByteArrayInputStream input = new ByteArrayInputStream(der);
      return CertificateFactory.getInstance("X.509").generateCertificate(input)
                  instanceof X509Certificate certificate
              && input.available() == 0
              && Arrays.equals(certificate.getEncoded(), der)
          ? certificate
          : null;
    } catch (CertificateException | RuntimeException malformed) {
      // Some providers throw unchecked exceptions for some malformed certificates.
      return null;
    }
  }

  /**
   * All certificates of a PEM text, in order; null where it holds anything else, none, or more than
   * that many.
   */
  public static @Nullable List<X509Certificate> ofPem(String pem, int maxCertificates) {
    List<X509Certificate> certificates = new ArrayList<>();
    int position = afterBlanks(pem, 0);
    while (position < pem.length()) {
      int end = pem.indexOf(END, position);
      if (!pem.startsWith(BEGIN, position)
          || end < position + BEGIN.length()
          || certificates.size() == maxCertificates) {
        return null;
      }
      X509Certificate certificate = ofBase64(pem, position + BEGIN.length(), end);
      if (certificate == null) {
        return null;
      }
      certificates.add(certificate);
      position = afterBlanks(pem, end + END.length());
    }
    return certificates.isEmpty() ? null : certificates;
  }

  private static @Nullable X509Certificate ofBase64(String pem, int start, int end) {
    if (end - start > MAX_BYTES * 2) {
      return null;
    }
    StringBuilder base64 = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      if (!isBlank(pem.charAt(i))) {
        base64.append(pem.charAt(i));
      }
    }
    byte[] der = base64(base64.toString());
    return der == null ? null : ofDer(der);
  }

  /**
   * The bytes of base64 with padding (RFC 4648, section 4); null where the text is not canonical.
   */
  public static byte @Nullable [] base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private static int afterBlanks(String text, int start) {
    int position = start;
    while (position < text.length() && isBlank(text.charAt(position))) {
      position++;
    }
    return position;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
