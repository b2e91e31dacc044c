package dev.gatewright.testing;

import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that a test makes up. */
public final class FakeExchange implements Exchange {
  private final Map<String, List<String>> headers = new LinkedHashMap<>();
  private final InetAddress peer;
  private final Map<String, String> responseHeaders = new LinkedHashMap<>();
  private String method = "GET";
  private String path = "/";
  private List<X509Certificate> clientCertificates = List.of();
  private boolean secure;
  private long declaredBodyBytes = -1;
  private boolean responseIsGone;
  private @Nullable String rewriting;
  private @Nullable Class<?> answeredBy;

  private FakeExchange(InetAddress peer) {
    this.peer = peer;
  }

  public static FakeExchange from(String peer) {
    try {
      return new FakeExchange(InetAddress.getByName(peer));
    } catch (UnknownHostException e) {
      throw new AssertionError(peer, e);
    }
  }

  public static FakeExchange withHeader(String name, String... values) {
    FakeExchange exchange = from("203.0.113.7");
    for (String value : values) {
      exchange.header(name, value);
    }
    return exchange;
  }

  public FakeExchange header(String name, String value) {
    headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>()).add(value);
    return this;
  }

  /** The server itself calls that endpoint. */
  public FakeExchange answeredBy(Class<?> endpoint) {
    answeredBy = endpoint;
    return this;
  }

  @Override
  public boolean enters(EndpointPolicy endpoint) {
    return endpoint.type() == answeredBy;
  }

  public FakeExchange declaring(long bodyBytes) {
    declaredBodyBytes = bodyBytes;
    return this;
  }

  public Map<String, String> responseHeaders() {
    return responseHeaders;
  }

  public FakeExchange failingToSetHeaders() {
    responseIsGone = true;
    return this;
  }

  public FakeExchange requesting(String newMethod, String newPath) {
    method = newMethod;
    path = newPath;
    return this;
  }

  /** Over TLS, with the client's own certificate first. */
  public FakeExchange showing(X509Certificate... chain) {
    clientCertificates = List.of(chain);
    return overTls();
  }

  /** Whose server was told something else of its connection than is. */
  public FakeExchange rewritten(String what) {
    rewriting = what;
    return this;
  }

  public FakeExchange overTls() {
    secure = true;
    return this;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public List<X509Certificate> clientCertificates() {
    return clientCertificates;
  }

  @Override
  public List<String> headers(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  @Override
  public int headerCount() {
    return headers.values().stream().mapToInt(List::size).sum();
  }

  @Override
  public boolean secure() {
    return secure;
  }

  @Override
  public InetAddress peer() {
    return peer;
  }

  @Override
  public @Nullable String rewriting() {
    return rewriting;
  }

  @Override
  public long declaredBodyBytes() {
    return declaredBodyBytes;
  }

  @Override
  public void setResponseHeader(String name, String value) {
    if (responseIsGone) {
      throw new IllegalStateException("the response is gone");
    }
    responseHeaders.put(name, value);
  }
}
