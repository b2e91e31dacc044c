package dev.gatewright.spring.transport;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ProxyConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the gate is told of connections of a real Jetty. */
class JettyConnectionTest {
  private final Server server = new Server();
  private final ServerConnector connector;
  private final HttpConfiguration configuration = new HttpConfiguration();

  JettyConnectionTest() {
    connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
  }

  /** Answers with what the gate would be told. */
  private static final class Told extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (request.getHeader("X-Certificate") != null) {
        request.setAttribute(ServerConnection.CERTIFICATES, new X509Certificate[1]);
      }
      ServletExchange exchange = new ServletExchange(request, response, type -> false);
      response
          .getWriter()
          .print(
              exchange.peer().getHostAddress()
                  + " "
                  + exchange.secure()
                  + " "
                  + exchange.clientCertificates().size()
                  + " "
                  + exchange.rewriting());
    }
  }

  private void start(ServerConnector of) throws Exception {
    server.addConnector(of);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new Told()), "/*");
    server.setHandler(context);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private String told(String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Test
  void aConnectionIsToldAsItIs() throws Exception {
    start(connector);
    assertThat(told("X-Forwarded-For", "198.51.100.7", "X-Forwarded-Proto", "https"))
        .isEqualTo("127.0.0.1 false 0 null");
  }

  @Test
  void aCustomizerThatBelievesForwardedHeadersIsNoticed() throws Exception {
    configuration.addCustomizer(new ForwardedRequestCustomizer());
    start(connector);
    assertThat(told()).isEqualTo("127.0.0.1 false 0 null");
    assertThat(told("X-Forwarded-For", "198.51.100.7"))
        .startsWith("127.0.0.1 false 0 the client's address is not the connection's own")
        .contains("org.eclipse.jetty.server.ForwardedRequestCustomizer", "trusted-proxies");
    assertThat(told("X-Forwarded-Proto", "https"))
        .startsWith("127.0.0.1 false 0 whether the request came by HTTPS");
    assertThat(told("Forwarded", "for=\"[2001:db8::1]\";proto=https"))
        .startsWith("127.0.0.1 false 0 the client's address");
  }

  @Test
  void aCertificateThatNobodyShowedIsNoticed() throws Exception {
    start(connector);
    assertThat(told("X-Certificate", "yes"))
        .startsWith("127.0.0.1 false 0 the client's certificate is not the connection's own");
  }

  /** The load balancer speaks for the connection, and nothing else can come by that port. */
  @Test
  void whatTheProxyProtocolSaysIsTheConnectionsOwn() throws Exception {
    HttpConnectionFactory http = new HttpConnectionFactory(configuration);
    ServerConnector proxied =
        new ServerConnector(server, new ProxyConnectionFactory(http.getProtocol()), http);
    proxied.setHost("127.0.0.1");
    start(proxied);
    assertThat(
            raw(
                proxied,
                "PROXY TCP4 198.51.100.7 127.0.0.1 4711 80",
                "GET / HTTP/1.1",
                "Host: bank.example"))
        .contains("198.51.100.7 false 0 null");
  }

  /** The scheme of a request line is the client's to write. */
  @Test
  void aRequestLineDoesNotMakeAConnectionHttps() throws Exception {
    start(connector);
    assertThat(raw(connector, "GET https://bank.example/ HTTP/1.1", "Host: bank.example"))
        .doesNotContain("127.0.0.1 true")
        .contains("127.0.0.1 false 0 whether the request came by HTTPS");
  }

  private static String raw(ServerConnector to, String... lines) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), to.getLocalPort())) {
      socket.setSoTimeout(5_000);
      String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
