package dev.gatewright.example.authorization.endpoint;

import dev.gatewright.runtime.Gate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Answers a client that could not prove who it is (RFC 6749, section 5.2), and charges its address
 * for it.
 */
final class ClientFailures implements AuthenticationFailureHandler {
  private final Gate gate;
  private final OAuth2ErrorHttpMessageConverter json = new OAuth2ErrorHttpMessageConverter();

  ClientFailures(Gate gate) {
    this.gate = gate;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String code =
        failure instanceof OAuth2AuthenticationException known
            ? known.getError().getErrorCode()
            : OAuth2ErrorCodes.INVALID_CLIENT;
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (code.equals(OAuth2ErrorCodes.INVALID_CLIENT)) {
      gate.failedAuthentication("the client could not be authenticated");
      status = HttpStatus.UNAUTHORIZED;
      if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"authorization-server\"");
      }
    }
    try (ServletServerHttpResponse answer = new ServletServerHttpResponse(response)) {
      answer.setStatusCode(status);
      json.write(new OAuth2Error(code), null, answer);
    }
  }
}
