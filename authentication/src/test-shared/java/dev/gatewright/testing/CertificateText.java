package dev.gatewright.testing;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** Certificates as proxies write them into headers. */
public final class CertificateText {
  private CertificateText() {}

  /** RFC 9440. */
  public static String item(X509Certificate certificate) {
    return ":" + Base64.getEncoder().encodeToString(der(certificate)) + ":";
  }

  public static String list(X509Certificate... certificates) {
    return Arrays.stream(certificates).map(CertificateText::item).collect(Collectors.joining(", "));
  }

  public static String pem(X509Certificate... certificates) {
    return Arrays.stream(certificates)
        .map(
            certificate ->
                "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der(certificate))
                    + "\n-----END CERTIFICATE-----\n")
        .collect(Collectors.joining());
  }

  /** As Envoy encodes what it writes into X-Forwarded-Client-Cert. */
  public static String urlEncodedPem(X509Certificate... certificates) {
    return pem(certificates)
        .replace("\n", "%0A")
        .replace(" ", "%20")
        .replace("+", "%2B")
        .replace("/", "%2F")
        .replace("=", "%3D");
  }

  public static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }
}
