package dev.gatewright.authentication.claim;

import dev.gatewright.authentication.strict.RsaModulus;
import dev.gatewright.authentication.strict.Sha256;
import dev.gatewright.runtime.caller.Confirmation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Whether a request came with the certificate its token is bound to (RFC 8705, section 3). */
public final class CertificateBinding {
  private CertificateBinding() {}

  /**
   * Whether the certificate that is demanded, if any, is there, with a key that cannot be computed
   * from it.
   *
   * @param chain the request's client certificates, the client's own first; may be empty
   */
  public static boolean holds(Confirmation confirmation, List<X509Certificate> chain) {
    String demanded = confirmation.certificateThumbprint();
    if (demanded == null) {
      return true;
    }
    return !chain.isEmpty()
        && RsaModulus.weaknessOf(chain.get(0).getPublicKey()) == null
        && MessageDigest.isEqual(
            thumbprint(chain.get(0)).getBytes(StandardCharsets.US_ASCII),
            demanded.getBytes(StandardCharsets.US_ASCII));
  }

  /** {@code x5t#S256}: base64url of the SHA-256 hash of the certificate (RFC 7515, 4.1.8). */
  public static String thumbprint(X509Certificate certificate) {
    try {
      return Sha256.base64Url(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }
}
