package dev.gatewright.runtime.exchange;

import java.security.cert.X509Certificate;
import java.util.List;

/** Which TLS client certificate a request came with. Immutable and thread-safe. */
public final class ClientCertificates {
  private ClientCertificates() {}

  /** The certificate of the connection itself. */
  public static ClientCertificates ofConnection() {
    return new ClientCertificates();
  }

  /**
   * The certificates of the client, its own first, as its TLS peer authenticated them.
   *
   * @return never null; empty where the client showed none
   */
  public List<X509Certificate> chain(Exchange exchange) {
    return exchange.clientCertificates();
  }
}
