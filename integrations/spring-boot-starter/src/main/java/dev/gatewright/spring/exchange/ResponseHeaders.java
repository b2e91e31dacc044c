package dev.gatewright.spring.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Empties responses but for the headers that stay true whatever the body becomes. */
final class ResponseHeaders {

  /** Those that an error has, or that filters set on every response. */
  private static final Set<String> OF_ERRORS =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-patch",
          "accept-ranges",
          "allow",
          "cache-control",
          "content-range",
          "expires",
          "pragma",
          "referrer-policy",
          "retry-after",
          "strict-transport-security",
          "vary",
          "www-authenticate",
          "x-content-type-options",
          "x-correlation-id",
          "x-frame-options",
          "x-xss-protection");

  /** Those that servers add themselves, also after a reset. */
  private static final Set<String> OF_SERVERS =
      Set.of("connection", "date", "keep-alive", "server", "transfer-encoding");

  private ResponseHeaders() {}

  /** Keeps the headers that errors have. */
  static void keepOfErrors(HttpServletResponse response) {
    keep(
        response,
        name ->
            OF_ERRORS.contains(name.toLowerCase(Locale.ROOT))
                || startsWith(name, "Access-Control-")
                || startsWith(name, "Content-Security-Policy"));
  }

  /** Keeps the headers that are not about the body. */
  static void keepButOfBody(HttpServletResponse response) {
    // Content-Security-Policy is about the response, whatever its body.
    keep(
        response,
        name -> !startsWith(name, "Content-") || startsWith(name, "Content-Security-Policy"));
  }

  private static void keep(HttpServletResponse response, Predicate<String> stays) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    for (String name : response.getHeaderNames()) {
      if (stays.test(name) && !OF_SERVERS.contains(name.toLowerCase(Locale.ROOT))) {
        kept.put(name, List.copyOf(response.getHeaders(name)));
      }
    }
    int status = response.getStatus();
    response.reset();
    response.setStatus(status);
    kept.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
  }

  private static boolean startsWith(String header, String start) {
    return header.regionMatches(true, 0, start, 0, start.length());
  }
}
