package dev.gatewright.spring.web;

import dev.gatewright.spring.exchange.ProblemResponses;
import dev.gatewright.spring.exchange.RequestExchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what the application's own exception handlers have left: whatever a guarded endpoint
 * threw, and requests that no handler wants. The client learns the status and the correlation id,
 * the log everything else.
 */
final class FailureResolver implements HandlerExceptionResolver {
  private static final Logger log = LoggerFactory.getLogger(FailureResolver.class);

  private final ProblemResponses problems;

  FailureResolver(ProblemResponses problems) {
    this.problems = problems;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    boolean guarded = RefusalResolver.isGuarded(handler);
    boolean unmapped = !(handler instanceof HandlerMethod) && failure instanceof ErrorResponse;
    if (!guarded && (!unmapped || wantsPage(request))) {
      return null;
    }
    int status = statusOf(failure);
    if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
      log.error(
          "A guarded endpoint failed; its client was told the correlation id {}",
          RequestExchange.correlationId(request),
          failure);
    }
    HttpHeaders headers =
        failure instanceof ErrorResponse error ? error.getHeaders() : HttpHeaders.EMPTY;
    try {
      return problems.write(request, response, status, headers) ? new ModelAndView() : null;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Browsers get the application's error page. */
  private static boolean wantsPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
  }

  private static int statusOf(Exception failure) {
    if (failure instanceof ErrorResponse error) {
      return error.getStatusCode().value();
    }
    ResponseStatus declared =
        AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
    return (declared == null ? HttpStatus.INTERNAL_SERVER_ERROR : declared.code()).value();
  }
}
