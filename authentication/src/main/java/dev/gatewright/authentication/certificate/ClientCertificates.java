package dev.gatewright.authentication.certificate;

import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.exchange.TrustedProxies;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * Which TLS client certificate a request came with. Immutable and thread-safe.
 *
 * <p>Where the peer of the connection is a trusted proxy, a certificate of that connection is the
 * proxy's own, never its client's: the client's is read from the one header that is configured, and
 * there is none where no header is. From any other peer such a header is as if absent, as anybody
 * can write one. A trusted proxy must remove what its clients send under that name (RFC 9440,
 * section 4).
 */
public final class ClientCertificates {

  private static final ClientCertificate NONE = new ClientCertificate.None();

  private final TrustedProxies proxies;
  private final CertificateHeader header;

  private ClientCertificates(TrustedProxies proxies, CertificateHeader header) {
    this.proxies = Objects.requireNonNull(proxies);
    this.header = Objects.requireNonNull(header);
  }

  /** The certificate of the connection itself: for applications without any proxy. */
  public static ClientCertificates ofConnection() {
    return new ClientCertificates(TrustedProxies.none(), CertificateHeader.NONE);
  }

  /**
   * The certificate of the connection, or what a trusted proxy says in this header.
   *
   * @param header the only one that is read, and only from these proxies
   */
  public static ClientCertificates behind(TrustedProxies proxies, CertificateHeader header) {
    return new ClientCertificates(proxies, header);
  }

  /** The certificate that a request came with. Never throws for anything a client can send. */
  public ClientCertificate of(Exchange exchange) {
    if (!isFromProxy(exchange)) {
      List<X509Certificate> chain = exchange.clientCertificates();
      return chain.isEmpty() ? NONE : new ClientCertificate.Shown(chain);
    }
    return switch (header) {
      case NONE -> NONE;
      case CLIENT_CERT -> ClientCertHeader.read(exchange);
      case X_FORWARDED_CLIENT_CERT -> ForwardedClientCertHeader.read(exchange);
    };
  }

  /**
   * The certificates of the client, its own first.
   *
   * @return never null; empty where the client showed none, or none that can be read
   */
  public List<X509Certificate> chain(Exchange exchange) {
    return of(exchange) instanceof ClientCertificate.Shown shown ? shown.chain() : List.of();
  }

  /** Whether {@link #of} has anything to read. Costs next to nothing. */
  public boolean isPresent(Exchange exchange) {
    if (!isFromProxy(exchange)) {
      return !exchange.clientCertificates().isEmpty();
    }
    return switch (header) {
      case NONE -> false;
      case CLIENT_CERT -> ClientCertHeader.isPresent(exchange);
      case X_FORWARDED_CLIENT_CERT -> ForwardedClientCertHeader.isPresent(exchange);
    };
  }

  private boolean isFromProxy(Exchange exchange) {
    return proxies.include(exchange.peer());
  }
}
