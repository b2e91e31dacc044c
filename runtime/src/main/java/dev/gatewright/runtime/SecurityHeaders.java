package dev.gatewright.runtime;

/** Response headers of every guarded endpoint (OWASP API8:2023); endpoints may replace them. */
final class SecurityHeaders {
  private static final String ONE_YEAR = "max-age=31536000";

  private SecurityHeaders() {}

  static void set(RequestState request) {
    request.exchange().setResponseHeader("Cache-Control", "no-store");
    request.exchange().setResponseHeader("X-Content-Type-Options", "nosniff");
    if (request.client().https()) {
      request.exchange().setResponseHeader("Strict-Transport-Security", ONE_YEAR);
    }
  }
}
