package dev.gatewright.spring.transport;

import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.policy.EndpointPolicy;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One servlet request and its response, as the gate sees them. */
public final class ServletExchange implements Exchange {
  private static final String FIX =
      "Fix: remove it, and name your proxies in 'gatewright.transport.trusted-proxies'";

  /** What proxies say of the way, RFC 7239, RFC 9110 (7.6.3) or by custom; clients do not. */
  private static final List<String> SIGNS_OF_A_PROXY =
      List.of(
          "Forwarded",
          "Via",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP");

  private final HttpServletRequest request;
  private final HttpServletResponse response;

  /**
   * As the server made it. A filter that comes before the gate's, as Spring's
   * ForwardedHeaderFilter, hides it behind what anybody said of the client.
   */
  private final ServletRequest original;

  /**
   * As the server knows it beneath that: valves and customizers change the server's own request.
   */
  private final ServerConnection connection;

  private final Predicate<EndpointPolicy> entering;

  /**
   * For one request.
   *
   * @param entering is told of each endpoint that is entered, and tells whether the server has
   *     called its guard as the servlet that answers
   */
  public ServletExchange(
      HttpServletRequest request,
      HttpServletResponse response,
      Predicate<EndpointPolicy> entering) {
    this.request = request;
    this.entering = entering;
    this.response = response;
    this.original = unwrapped(request);
    this.connection = ServerConnection.of(original);
  }

  /**
   * Whether a request was made on this machine itself: its peer is loopback, and no header tells of
   * a proxy, whose clients may be anywhere.
   */
  public static boolean isFromThisMachine(HttpServletRequest request) {
    ServletRequest original = unwrapped(request);
    for (String sign : SIGNS_OF_A_PROXY) {
      if (!(original instanceof HttpServletRequest http) || http.getHeader(sign) != null) {
        return false;
      }
    }
    return addressOf(ServerConnection.of(original)).isLoopbackAddress();
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

  /** As it was sent: a filter may have put a prefix before it that anybody wrote in a header. */
  @Override
  public String path() {
    return original instanceof HttpServletRequest http
        ? http.getRequestURI()
        : request.getRequestURI();
  }

  @Override
  public List<X509Certificate> clientCertificates() {
    return connection.certificates();
  }

  @Override
  public List<String> headers(String name) {
    HttpServletRequest source =
        isOfTheWay(name) && original instanceof HttpServletRequest http ? http : request;
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
    return addressOf(connection);
  }

  private static InetAddress addressOf(ServerConnection connection) {
    String address = connection.remoteAddress();
    if (!isLiteral(address)) {
      throw new IllegalStateException("the server does not know the address of its peer");
    }
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException malformed) {
      throw new IllegalStateException("the server does not know the address of its peer");
    }
  }

  /**
   * What was rewritten of this connection before any filter: then headers of the way are no longer
   * what the peer sent either, and nothing about the client can be told.
   */
  @Override
  public @Nullable String rewriting() {
    String what = rewritten();
    return what == null
        ? null
        : what + " is not the connection's own: " + connection.rewriters() + " set it. " + FIX;
  }

  private @Nullable String rewritten() {
    if (!isSameAddress(original.getRemoteAddr(), connection.remoteAddress())) {
      return "the client's address";
    }
    if (original.isSecure() != connection.isSecure()) {
      return "whether the request came by HTTPS";
    }
    Object shown = original.getAttribute(ServerConnection.CERTIFICATES);
    if (shown != null
        && !(shown instanceof Object[] chain
            && Arrays.asList(chain).equals(connection.certificates()))) {
      return "the client's certificate";
    }
    return null;
  }

  private static boolean isSameAddress(@Nullable String one, String other) {
    // Jetty writes IPv6 in brackets.
    return other.equals(one) || (one != null && one.equals("[" + other + "]"));
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
  public boolean enters(EndpointPolicy endpoint) {
    return entering.test(endpoint);
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
