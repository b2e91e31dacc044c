package dev.gatewright.spring;

import dev.gatewright.runtime.exchange.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One servlet request and its response, as the gate sees them. */
final class ServletExchange implements Exchange {
  private final HttpServletRequest request;
  private final HttpServletResponse response;

  ServletExchange(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public List<String> headers(String name) {
    Enumeration<String> values = request.getHeaders(name);
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
    return request.isSecure();
  }

  @Override
  public InetAddress peer() {
    String address = request.getRemoteAddr();
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
