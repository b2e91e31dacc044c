package dev.gatewright.authentication.mtls;

import dev.gatewright.authentication.strict.InvalidCredentialException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** What a client's own certificate must be, whoever issued it (RFC 5280, section 4.2.1). */
final class LeafCheck {
  static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
  private static final int NO_AUTHORITY = -1;
  private static final int DIGITAL_SIGNATURE = 0;

  private LeafCheck() {}

  static void check(X509Certificate certificate, Instant now) throws InvalidCredentialException {
    require(
        !now.isBefore(certificate.getNotBefore().toInstant()),
        "the client certificate is not valid yet");
    require(
        !now.isAfter(certificate.getNotAfter().toInstant()), "the client certificate has expired");
    require(
        certificate.getBasicConstraints() == NO_AUTHORITY,
        "the client certificate is that of an authority");
    boolean[] usage = certificate.getKeyUsage();
    require(
        usage == null || usage[DIGITAL_SIGNATURE],
        "the client certificate's key is not for signatures");
    require(isForClients(certificate), "the client certificate is not for client authentication");
  }

  private static boolean isForClients(X509Certificate certificate) {
    try {
      List<String> usages = certificate.getExtendedKeyUsage();
      return usages == null || usages.contains(CLIENT_AUTHENTICATION);
    } catch (CertificateParsingException malformed) {
      return false;
    }
  }

  private static void require(boolean condition, String reason) throws InvalidCredentialException {
    if (!condition) {
      throw new InvalidCredentialException(reason);
    }
  }
}
