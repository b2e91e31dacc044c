package dev.gatewright.authentication.certificate;

import java.security.cert.X509Certificate;
import java.util.List;

/** What became of the question which TLS client certificate a request came with. */
public sealed interface ClientCertificate {

  /**
   * The client showed one, and proved to the end of its TLS connection that it has the private key.
   * Nothing is said of who issued it.
   *
   * @param chain the client's own certificate first, then what it or a proxy added to lead to an
   *     authority; at least one
   */
  record Shown(List<X509Certificate> chain) implements ClientCertificate {

    /** Copies the chain. */
    public Shown {
      chain = List.copyOf(chain);
    }
  }

  /** The client showed none. */
  record None() implements ClientCertificate {}

  /**
   * A trusted proxy handed on something else than certificates.
   *
   * @param cause why, for the security log only; holds nothing of the header's text
   */
  record Malformed(String cause) implements ClientCertificate {}
}
