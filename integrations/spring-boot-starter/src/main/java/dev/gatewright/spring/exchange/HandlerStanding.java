package dev.gatewright.spring.exchange;

/** How a request handler stands to the gate. */
public sealed interface HandlerStanding {

  /** It is a guard, or what one guards: it asks its policy itself. */
  record Guarded() implements HandlerStanding {}

  /** It hands out files of the application, and nothing else. */
  record StaticContent() implements HandlerStanding {}

  /** It answers with errors only, which tell nothing but that they are errors. */
  record DescribesErrors() implements HandlerStanding {}

  /** It sends a status and headers, and no body. */
  record SendsHeaders() implements HandlerStanding {}

  /** It is an endpoint that is not decided yet, and is served without a guard meanwhile. */
  record Undecided() implements HandlerStanding {}

  /** It is exempt: by configuration, or as a part of Spring that tells nothing. */
  record Exempt() implements HandlerStanding {}

  /**
   * It would answer anybody.
   *
   * @param type the class that answers, without what Spring wraps around it
   */
  record Open(Class<?> type) implements HandlerStanding {}
}
