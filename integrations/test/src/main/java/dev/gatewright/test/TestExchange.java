package dev.gatewright.test;

import dev.gatewright.runtime.exchange.Exchange;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What stands for a request where a test calls a guarded bean directly: it comes from this machine
 * by HTTPS, without a body.
 *
 * @param credential of the caller; null where nobody calls
 */
record TestExchange(@Nullable Credential credential) implements Exchange {
  private static final boolean WEB =
      ClassUtils.isPresent(
          "org.springframework.web.context.request.RequestContextHolder",
          TestExchange.class.getClassLoader());

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public List<String> headers(String name) {
    return credential != null && credential.header().equalsIgnoreCase(name)
        ? List.of(credential.value())
        : List.of();
  }

  @Override
  public int headerCount() {
    return credential == null ? 0 : 1;
  }

  @Override
  public boolean secure() {
    return true;
  }

  @Override
  public List<X509Certificate> clientCertificates() {
    return List.of();
  }

  @Override
  public InetAddress peer() {
    return InetAddress.getLoopbackAddress();
  }

  /** A request that is served on the test's thread is not to be taken for a direct call. */
  @Override
  public @Nullable String rewriting() {
    return WEB && Served.isOnThisThread()
        ? "a MockMvc serves this request without the gate's filters. Fix: let Spring Boot set it up"
            + " by @AutoConfigureMockMvc, or apply(gatewright()) of GatewrightMockMvcConfigurer"
        : null;
  }

  /** Apart, as an application need not serve requests. */
  private static final class Served {
    /** Set by Spring MVC's DispatcherServlet while it serves a request. */
    private static final String DISPATCHED =
        "org.springframework.web.servlet.DispatcherServlet.CONTEXT";

    static boolean isOnThisThread() {
      RequestAttributes served = RequestContextHolder.getRequestAttributes();
      return served != null
          && served.getAttribute(DISPATCHED, RequestAttributes.SCOPE_REQUEST) != null;
    }
  }

  @Override
  public long declaredBodyBytes() {
    return -1;
  }

  @Override
  public void setResponseHeader(String name, String value) {
    // Nobody is sent a response.
  }
}
