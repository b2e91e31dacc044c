package dev.gatewright.spring.caller;

import dev.gatewright.runtime.caller.Caller;
import java.security.Principal;

/**
 * Shows the authenticated caller to code that knows the Servlet API only, as {@code
 * HttpServletRequest.getUserPrincipal()}. Immutable.
 *
 * @param caller as its credential describes it
 */
public record CallerPrincipal(Caller caller) implements Principal {

  /** Returns the subject, which means nothing without the issuer: see {@link Caller#identity}. */
  @Override
  public String getName() {
    return caller.subject();
  }
}
