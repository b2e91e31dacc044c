package dev.gatewright.spring.exchange;

import dev.gatewright.runtime.CurrentExchange;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The exchange that was opened for a request, for the time of the request. */
public final class RequestExchange {
  private static final String EXCHANGE = RequestExchange.class.getName();

  /** Where log lines find the correlation id: the mapped diagnostic context of SLF4J. */
  private static final String LOGGED = "correlationId";

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

  /**
   * Shows the correlation id to log lines of this thread.
   *
   * @return what they were shown before, for {@link #endLogging}; null for nothing
   */
  static @Nullable String startLogging(CurrentExchange current) {
    String before = MDC.get(LOGGED);
    MDC.put(LOGGED, current.correlationId());
    return before;
  }

  /** Shows log lines of this thread what they were shown before. */
  static void endLogging(@Nullable String before) {
    if (before == null) {
      MDC.remove(LOGGED);
    } else {
      MDC.put(LOGGED, before);
    }
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
