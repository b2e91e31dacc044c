package dev.gatewright.example.authorization.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;

/**
 * Presents a request as if it had come to the issuer's address directly. Scheme, host and port of
 * the request itself are the client's word, and are not even right behind a proxy that ends TLS.
 */
final class RequestToIssuer extends HttpServletRequestWrapper {
  private static final String HTTPS = "https";
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private final URI issuer;

  RequestToIssuer(HttpServletRequest request, URI issuer) {
    super(request);
    this.issuer = issuer;
  }

  @Override
  public String getScheme() {
    return issuer.getScheme();
  }

  @Override
  public String getServerName() {
    return issuer.getHost();
  }

  @Override
  public int getServerPort() {
    int port = issuer.getPort();
    return port >= 0 ? port : isSecure() ? HTTPS_PORT : HTTP_PORT;
  }

  @Override
  public boolean isSecure() {
    return HTTPS.equals(issuer.getScheme());
  }

  @Override
  public StringBuffer getRequestURL() {
    return new StringBuffer(issuer.toString()).append(getRequestURI());
  }
}
