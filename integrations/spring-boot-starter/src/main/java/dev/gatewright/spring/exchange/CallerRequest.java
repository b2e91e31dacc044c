package dev.gatewright.spring.exchange;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.CurrentExchange;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.spring.caller.CallerPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * A request whose user is the gate's caller (Jakarta Servlet 6.1, section 13.3). Before the gate
 * has authenticated anybody, and in threads that do not work for the request, it is the user whom
 * the server knows.
 */
class CallerRequest extends HttpServletRequestWrapper {
  private final Gate gate;

  CallerRequest(HttpServletRequest request, Gate gate) {
    super(request);
    this.gate = gate;
  }

  /** That of this request: a thread that works for another one has that one's caller. */
  private @Nullable Caller caller() {
    CurrentExchange current = RequestExchange.of(this);
    return current != null && current.isOnThisThread() ? gate.caller() : null;
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    Caller caller = caller();
    return caller == null ? super.getUserPrincipal() : new CallerPrincipal(caller);
  }

  @Override
  public @Nullable String getRemoteUser() {
    Caller caller = caller();
    return caller == null ? super.getRemoteUser() : caller.subject();
  }

  @Override
  public boolean isUserInRole(String role) {
    Caller caller = caller();
    return caller == null ? super.isUserInRole(role) : caller.roles().contains(role);
  }

  @Override
  public @Nullable String getAuthType() {
    Caller caller = caller();
    if (caller == null) {
      return super.getAuthType();
    }
    return caller.scheme() == Scheme.MUTUAL_TLS
        ? HttpServletRequest.CLIENT_CERT_AUTH
        : caller.scheme().name();
  }
}
