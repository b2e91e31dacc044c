package dev.gatewright.spring.exchange;

import dev.gatewright.runtime.CurrentExchange;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** The exchange that was opened for a request, for the time of the request. */
public final class RequestExchange {
  private static final String EXCHANGE = RequestExchange.class.getName();

  private RequestExchange() {}

  /** The exchange of a request; null outside of one. */
  static @Nullable CurrentExchange of(ServletRequest request) {
    return request.getAttribute(EXCHANGE) instanceof CurrentExchange current ? current : null;
  }

  /** What the client can quote and the log can be searched for; null outside of an exchange. */
  public static @Nullable String correlationId(ServletRequest request) {
    CurrentExchange current = of(request);
    return current == null ? null : current.correlationId();
  }

  /** Notes the exchange of a request, for all its dispatches. */
  static void bind(ServletRequest request, CurrentExchange opened) {
    request.setAttribute(EXCHANGE, opened);
  }

  /** Notes how a request was answered, as far as it was by now; see the exchange's method. */
  static void answered(ServletRequest request, int status) {
    CurrentExchange current = of(request);
    if (current != null) {
      current.answered(status);
    }
  }

  /** Closes the exchange of a request, if there is one still. */
  static void close(ServletRequest request) {
    CurrentExchange current = of(request);
    if (current != null) {
      request.removeAttribute(EXCHANGE);
      current.close();
    }
  }
}
