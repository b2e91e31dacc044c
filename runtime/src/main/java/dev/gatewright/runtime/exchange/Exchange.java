package dev.gatewright.runtime.exchange;

import dev.gatewright.runtime.policy.EndpointPolicy;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate knows of one HTTP request and its response. Adapters implement it over their
 * server's own types. One thread at a time uses an exchange.
 */
public interface Exchange {

  /** The request method, {@code GET}. */
  String method();

  /** The path of the request target as it was received, neither decoded nor with its query. */
  String path();

  /**
   * All values of a request header, in order, each as it was received.
   *
   * @param name case-insensitive
   * @return never null; empty where the header is absent
   */
  List<String> headers(String name);

  /** Number of request header fields, repeated ones counted each time. */
  int headerCount();

  /** Whether this connection, not what a proxy says of another, is TLS. */
  boolean secure();

  /**
   * The certificates by which the peer of this connection authenticated itself in TLS, its own
   * first.
   *
   * @return never null; empty where it showed none
   */
  List<X509Certificate> clientCertificates();

  /** Address of the peer of this connection, be it the client or a proxy. */
  InetAddress peer();

  /**
   * What something before the adapter has rewritten of the connection, as the client's address or
   * certificate, so that neither that nor the headers of proxies can be believed: every guarded
   * endpoint then refuses.
   *
   * @return a sentence for the log, with what to do, that nothing a client sends is part of; null
   *     where nothing was, or it cannot be known
   */
  default @Nullable String rewriting() {
    return null;
  }

  /**
   * Takes note that this thread enters an endpoint, to which the adapter may not have admitted the
   * request, as a servlet: the body that it reads from here on is bounded as the endpoint says.
   *
   * @return whether the server itself has called the endpoint, so that the answer is its own
   */
  default boolean enters(EndpointPolicy endpoint) {
    return false;
  }

  /** Declared length of the request body in bytes; -1 where none is declared. */
  long declaredBodyBytes();

  /** Sets a response header, replacing earlier values. */
  void setResponseHeader(String name, String value);
}
