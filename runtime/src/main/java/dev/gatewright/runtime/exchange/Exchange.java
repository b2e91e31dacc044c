package dev.gatewright.runtime.exchange;

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
   * Whether the server itself has called the endpoint that this thread enters, as it calls a
   * servlet, so that the endpoint answers the request and no adapter could admit it before. Other
   * code may call guards, too, and the answer need not be theirs.
   *
   * @param endpoint the guarded type
   */
  default boolean isAnsweredBy(Class<?> endpoint) {
    return false;
  }

  /** Declared length of the request body in bytes; -1 where none is declared. */
  long declaredBodyBytes();

  /** Sets a response header, replacing earlier values. */
  void setResponseHeader(String name, String value);
}
