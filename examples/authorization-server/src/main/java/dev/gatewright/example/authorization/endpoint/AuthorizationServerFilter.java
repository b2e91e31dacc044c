package dev.gatewright.example.authorization.endpoint;

import dev.gatewright.example.authorization.Paths;
import dev.gatewright.example.authorization.grant.ConcurrentAuthorizationException;
import dev.gatewright.example.authorization.grant.TooManyAuthorizationsException;
import dev.gatewright.example.authorization.page.PageLayout;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.apache.catalina.session.TooManyActiveSessionsException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Runs first of Spring Security's filters: asks the gate, and shows the other filters the server's
 * configured address instead of the host that a request names.
 */
final class AuthorizationServerFilter extends OncePerRequestFilter {
  private static final String RETRY_AFTER_SECONDS = "5";

  private final ProtocolEndpoints endpoints;
  private final Gate gate;
  private final PageLayout pages;
  private final URI issuer;

  AuthorizationServerFilter(ProtocolEndpoints endpoints, Gate gate, PageLayout pages, URI issuer) {
    this.endpoints = endpoints;
    this.gate = gate;
    this.pages = pages;
    this.issuer = issuer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      enter(request);
      goOn(request, response, chain);
    } catch (RefusedException refused) {
      if (refused.refusal().reason() != RefusalReason.LIMIT_EXCEEDED || !wantsPage(request)) {
        throw refused;
      }
      pages.tooManyRequests(response, refused.refusal().headers());
    }
  }

  private void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(new RequestToIssuer(request, issuer), response);
    } catch (ConcurrentAuthorizationException twice) {
      throw gate.refuse(Refusal.of(RefusalReason.MALFORMED_REQUEST, "a consent answered twice"));
    } catch (TooManyAuthorizationsException | TooManyActiveSessionsException full) {
      throw gate.refuse(
          Refusal.of(RefusalReason.UNDECIDABLE, "no room for another authorization or session")
              .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
    }
  }

  private void enter(HttpServletRequest request) {
    boolean post = "POST".equals(request.getMethod());
    switch (request.getServletPath()) {
      case Paths.LOG_IN -> {
        if (post) {
          endpoints.logIn();
        }
      }
      case Paths.CONSENT, Paths.DEVICE -> {
        // Mapped to BrowserPages, which has a guard of its own.
      }
      case Paths.DEVICE_VERIFICATION -> endpoints.userCode();
      case Paths.TOKEN, Paths.REVOKE, Paths.DEVICE_AUTHORIZATION -> endpoints.tokens();
      case Paths.INTROSPECT -> endpoints.introspection();
      case Paths.JWKS, Paths.METADATA, Paths.OPENID_METADATA -> endpoints.metadata();
      case Paths.AUTHORIZE, Paths.USER_INFO, Paths.END_SESSION -> endpoints.page();
      // Spring Security authenticates clients at more paths than it is asked to offer.
      default -> endpoints.tokens();
    }
    if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      throw gate.refuse(
          Refusal.of(RefusalReason.BODY_TOO_LARGE, "a form that does not declare its length"));
    }
  }

  private static boolean wantsPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
  }
}
