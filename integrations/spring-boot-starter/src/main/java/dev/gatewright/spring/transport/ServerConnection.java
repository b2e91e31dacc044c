package dev.gatewright.spring.transport;

import jakarta.servlet.ServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * The connection that a request came by, as the server itself knows it: behind everything that a
 * valve, a customizer or a filter says in its place.
 */
sealed interface ServerConnection permits TomcatConnection, JettyConnection, UnknownConnection {
  String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

  /**
   * The address of its peer as text. What a PROXY protocol or AJP says is the connection's own, as
   * nothing else can come by that port.
   */
  String remoteAddress();

  /** Whether it is TLS, or its port is configured for what is decrypted in front of it. */
  boolean isSecure();

  /** What its peer showed in the TLS handshake, its own certificate first; may be empty. */
  List<X509Certificate> certificates();

  /**
   * Bounds what the server itself reads of the body.
   *
   * @return null where it cannot be bounded
   */
  @Nullable BodyBound boundBody(long maxBytes);

  /** So many bytes of the body the server has read so far; 0 where it does not tell. */
  long readBytes();

  /** What may have rewritten a request of it, by class name, for the log. */
  String rewriters();

  /**
   * The connection of a request.
   *
   * @param request as the server made it
   */
  static ServerConnection of(ServletRequest request) {
    if (Servers.TOMCAT && TomcatConnection.isOf(request)) {
      return new TomcatConnection(request);
    }
    if (Servers.JETTY && JettyConnection.isOf(request)) {
      return new JettyConnection(request);
    }
    return new UnknownConnection(request);
  }

  /** What an array of certificates in a request's attribute holds. */
  static List<X509Certificate> certificates(Object attribute) {
    return attribute instanceof X509Certificate[] chain ? List.of(chain) : List.of();
  }

  /** Which servers there are. */
  final class Servers {
    private static final boolean TOMCAT = isPresent("org.apache.catalina.connector.RequestFacade");
    private static final boolean JETTY =
        isPresent("org.eclipse.jetty.ee11.servlet.ServletApiRequest");

    private Servers() {}

    private static boolean isPresent(String type) {
      return ClassUtils.isPresent(type, ServerConnection.class.getClassLoader());
    }
  }
}
