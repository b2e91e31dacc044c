package dev.gatewright.spring.transport;

import jakarta.servlet.ServletRequest;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Container;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.RequestFacade;
import org.apache.coyote.ActionCode;

/**
 * A connection of Tomcat. Valves, as {@code RemoteIpValve} and {@code SSLValve}, change the request
 * that applications see; the protocol handler's own, beneath it, stays as it is.
 */
final class TomcatConnection implements ServerConnection {
  private static final String OWN_VALVES = "org.apache.catalina.core.";
  private static final VarHandle REQUEST = request();

  private final Request request;
  private final org.apache.coyote.Request protocolRequest;

  TomcatConnection(ServletRequest facade) {
    this.request = (Request) REQUEST.get((RequestFacade) facade);
    this.protocolRequest = request.getCoyoteRequest();
  }

  static boolean isOf(ServletRequest request) {
    return request instanceof RequestFacade;
  }

  /** No method leads from the facade to what is behind it. */
  private static VarHandle request() {
    try {
      return MethodHandles.privateLookupIn(RequestFacade.class, MethodHandles.lookup())
          .findVarHandle(RequestFacade.class, "request", Request.class);
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException(
          "this Tomcat hides its connections. Fix: use the Tomcat that Spring Boot brings.",
          changed);
    }
  }

  @Override
  public String remoteAddress() {
    protocolRequest.action(ActionCode.REQ_HOST_ADDR_ATTRIBUTE, protocolRequest);
    return String.valueOf(protocolRequest.remoteAddr());
  }

  @Override
  public boolean isSecure() {
    return request.getConnector().getSecure()
        || request.getServletConnection().isSecure()
        // The web server in front says so, by the protocol itself.
        || (isAjp() && protocolRequest.scheme().equals("https"));
  }

  private boolean isAjp() {
    return request.getConnector().getProtocolHandlerClassName().contains(".ajp.");
  }

  @Override
  public List<X509Certificate> certificates() {
    protocolRequest.action(ActionCode.REQ_SSL_ATTRIBUTE, protocolRequest);
    Object chain = protocolRequest.getAttribute(CERTIFICATES);
    return chain == null ? List.of() : ServerConnection.certificates(chain);
  }

  @Override
  public long readBytes() {
    return protocolRequest.getBytesRead();
  }

  @Override
  public BodyBound boundBody(long maxBytes) {
    return new TomcatBodyBound(protocolRequest, maxBytes);
  }

  @Override
  public String rewriters() {
    List<String> valves = new ArrayList<>();
    for (Container container = request.getContext();
        container != null;
        container = container.getParent()) {
      for (Valve valve : container.getPipeline().getValves()) {
        String name = valve.getClass().getName();
        if (!name.startsWith(OWN_VALVES) && !valves.contains(name)) {
          valves.add(name);
        }
      }
    }
    return valves.isEmpty() ? "the server" : "a valve (" + String.join(", ", valves) + ")";
  }
}
