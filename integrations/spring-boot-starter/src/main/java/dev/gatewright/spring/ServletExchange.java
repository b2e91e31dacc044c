package dev.gatewright.spring;

import dev.gatewright.runtime.exchange.Exchange;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One servlet request and its response, as the gate sees them. */
final class ServletExchange implements Exchange {
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

  private final HttpServletRequest request;
  private final HttpServletResponse response;

  /**
   * As the server made it. A filter that comes before the gate's, as Spring's
   * ForwardedHeaderFilter, hides it behind what anybody said of the client.
   */
  private final ServletRequest connection;

  ServletExchange(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
    this.connection = unwrapped(request);
  }

  private static ServletRequest unwrapped(ServletRequest request) {
    ServletRequest inner = request;
    while (inner instanceof ServletRequestWrapper wrapper) {
      inner = wrapper.getRequest();
    }
    return inner;
  }

  /** Whether proxies write the header, and filters may hide or invent it. */
  private static boolean isOfTheWay(String name) {
    return name.equalsIgnoreCase("Forwarded")
        || name.regionMatches(true, 0, "X-Forwarded-", 0, 12)
        || name.equalsIgnoreCase("Client-Cert")
        || name.equalsIgnoreCase("Client-Cert-Chain");
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    return request.getRequestURI();
  }

  @Override
  public List<X509Certificate> clientCertificates() {
    Object chain = connection.getAttribute(CERTIFICATES);
    return chain instanceof X509Certificate[] certificates ? List.of(certificates) : List.of();
  }

  @Override
  public List<String> headers(String name) {
    HttpServletRequest source =
        isOfTheWay(name) && connection instanceof HttpServletRequest original ? original : request;
    Enumeration<String> values = source.getHeaders(name);
    return values != null && values.hasMoreElements() ? Collections.list(values) : List.of();
  }

  @Override
  public int headerCount() {
    int count = 0;
    Enumeration<String> names = request.getHeaderNames();
    while (names != null && names.hasMoreElements()) {
      count += headers(names.nextElement()).size();
    }
    return count;
  }

  @Override
  public boolean secure() {
    return connection.isSecure();
  }

  @Override
  public InetAddress peer() {
    String address = connection.getRemoteAddr();
    if (!isLiteral(address)) {
      throw new IllegalStateException("the server does not know the address of its peer");
    }
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException malformed) {
      throw new IllegalStateException("the server does not know the address of its peer");
    }
  }

  /** Anything else would be looked up in the name service. */
  private static boolean isLiteral(@Nullable String address) {
    if (address == null || address.isEmpty()) {
      return false;
    }
    boolean hasColon = address.indexOf(':') >= 0;
    return hasColon || address.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }

  @Override
  public long declaredBodyBytes() {
    return request.getContentLengthLong();
  }

  @Override
  public void setResponseHeader(String name, String value) {
    response.setHeader(name, value);
  }
}
