package dev.gatewright.example.authorization.endpoint;

import dev.gatewright.example.authorization.Paths;
import dev.gatewright.runtime.Gate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Tells a customer that no device was connected, and charges the address for a wrong code (RFC
 * 8628, section 5.1).
 */
final class UserCodeFailures implements AuthenticationFailureHandler {
  private final RedirectStrategy redirect = new DefaultRedirectStrategy();
  private final Gate gate;

  UserCodeFailures(Gate gate) {
    this.gate = gate;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    boolean denied =
        failure instanceof OAuth2AuthenticationException known
            && OAuth2ErrorCodes.ACCESS_DENIED.equals(known.getError().getErrorCode());
    if (!denied) {
      gate.failedAuthentication("there is no such user code");
    }
    redirect.sendRedirect(
        request, response, Paths.DEVICE + (denied ? "?result=denied" : "?result=unknown"));
  }
}
