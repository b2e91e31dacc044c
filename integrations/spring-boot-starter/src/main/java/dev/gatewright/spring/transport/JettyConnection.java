package dev.gatewright.spring.transport;

import jakarta.servlet.ServletRequest;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.ServletApiRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * A connection of Jetty. Customizers, as {@code ForwardedRequestCustomizer}, wrap the request that
 * applications see; the innermost stays as it is.
 */
final class JettyConnection implements ServerConnection {
  private final ServletApiRequest request;
  private final ConnectionMetaData connection;

  JettyConnection(ServletRequest request) {
    this.request = (ServletApiRequest) request;
    this.connection = Request.unWrap(this.request.getRequest()).getConnectionMetaData();
  }

  static boolean isOf(ServletRequest request) {
    return request instanceof ServletApiRequest;
  }

  @Override
  public String remoteAddress() {
    SocketAddress remote = connection.getRemoteSocketAddress();
    return remote instanceof InetSocketAddress inet && inet.getAddress() != null
        ? inet.getAddress().getHostAddress()
        : "";
  }

  @Override
  public boolean isSecure() {
    return connection.isSecure();
  }

  @Override
  public List<X509Certificate> certificates() {
    EndPoint.SslSessionData session = connection.getConnection().getEndPoint().getSslSessionData();
    X509Certificate[] chain = session == null ? null : session.peerCertificates();
    return chain == null ? List.of() : List.of(chain);
  }

  @Override
  public long readBytes() {
    return Math.max(
        Request.getContentBytesRead(request.getRequest()), JettyBodyBound.expandedFields(request));
  }

  @Override
  public BodyBound boundBody(long maxBytes) {
    return new JettyBodyBound(request, maxBytes);
  }

  @Override
  public String rewriters() {
    List<String> customizers =
        connection.getHttpConfiguration().getCustomizers().stream()
            .map(HttpConfiguration.Customizer::getClass)
            .map(Class::getName)
            .distinct()
            .toList();
    return customizers.isEmpty()
        ? "the server"
        : "a customizer (" + String.join(", ", customizers) + ")";
  }
}
