package dev.gatewright.spring.problem;

import dev.gatewright.runtime.problem.Problem;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.Violation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds what the client of a refused or failed request may learn. Immutable.
 *
 * @param status the HTTP status code of the response
 * @param type a URI that names the kind of the problem; mostly {@code about:blank} (RFC 9457)
 * @param title what is wrong, in English
 * @param correlationId what the client can quote, and the log can be searched for; empty where the
 *     request had no exchange
 * @param violations what is wrong with the input; empty unless that is the reason
 * @param extensions the other members of the problem document, by their names: {@code
 *     violated-policies}, a list of the names of limits, and {@code challenge}, a map; mostly
 *     empty; with {@code gatewright.explain} also {@code cause} and {@code fix}, texts for
 *     developers
 */
public record ProblemContent(
    int status,
    String type,
    String title,
    String correlationId,
    List<Violation> violations,
    Map<String, Object> extensions) {

  /** Copies what it is given. */
  public ProblemContent {
    violations = List.copyOf(violations);
    extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
  }

  /** What a problem document tells. */
  public static ProblemContent of(Problem problem) {
    Refusal refusal = problem.refusal();
    Map<String, Object> extensions = new LinkedHashMap<>();
    if (!refusal.violatedPolicies().isEmpty()) {
      extensions.put("violated-policies", refusal.violatedPolicies());
    }
    if (!refusal.challenge().isEmpty()) {
      extensions.put("challenge", refusal.challenge());
    }
    return new ProblemContent(
        problem.status(),
        refusal.reason().type(),
        refusal.reason().title(),
        problem.correlationId(),
        refusal.violations(),
        extensions);
  }

  /** The same with more members. */
  public ProblemContent with(Map<String, ?> added) {
    Map<String, Object> more = new LinkedHashMap<>(extensions);
    more.putAll(added);
    return new ProblemContent(status, type, title, correlationId, violations, more);
  }
}
