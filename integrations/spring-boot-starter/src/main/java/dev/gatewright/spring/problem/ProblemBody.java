package dev.gatewright.spring.problem;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Gives the answers to refused and failed requests a body of the application's own form. A bean of
 * this type replaces the problem document (RFC 9457); status and headers stay as they are.
 *
 * <pre>{@code
 * @Component
 * class CompanyErrors implements ProblemBody {
 *   @Override
 *   public Object of(ProblemContent problem, HttpServletRequest request) {
 *     return Map.of("error", problem.title(), "ticket", problem.correlationId());
 *   }
 * }
 * }</pre>
 *
 * <p>An implementation learns what a client may, and no cause. It must be thread-safe, and should
 * neither read the request's body nor call what may wait: strangers are refused before their body
 * is read. Where it throws or returns null, the client gets the problem document, and the log what
 * was thrown.
 */
@FunctionalInterface
public interface ProblemBody {

  /**
   * Makes the body.
   *
   * @param problem what may be told
   * @param request the request that is answered, as for its path and locale
   * @return an object that the application's {@code JsonMapper} writes, as a record or a map
   */
  Object of(ProblemContent problem, HttpServletRequest request);

  /**
   * The media type of the bodies, read once at the start.
   *
   * @return {@code application/json}, or another type of JSON, as {@code
   *     application/vnd.company.error+json}
   */
  default String mediaType() {
    return "application/json";
  }
}
