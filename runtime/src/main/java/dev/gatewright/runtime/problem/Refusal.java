package dev.gatewright.runtime.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A decision not to serve a request. Immutable.
 *
 * @param reason why, for client and log
 * @param cause why in detail, for the security log only; holds no secret and no input value
 * @param headers response headers
 * @param violations what is wrong with the input; empty unless that is the reason
 * @param violatedPolicies names of the limits that refused; empty unless that is the reason
 * @param challenge what the client may do to be let in nevertheless, as members of the problem's
 *     {@code challenge}: texts, integers, booleans; mostly empty
 */
public record Refusal(
    RefusalReason reason,
    String cause,
    Map<String, String> headers,
    List<Violation> violations,
    List<String> violatedPolicies,
    Map<String, Object> challenge) {
  private static final String RETRY_AFTER_SECONDS = "5";

  /** Copies what it is given. */
  public Refusal {
    headers = new TreeMap<>(headers);
    violations = List.copyOf(violations);
    violatedPolicies = List.copyOf(violatedPolicies);
    challenge = Collections.unmodifiableMap(new LinkedHashMap<>(challenge));
  }

  /** A refusal for this reason, without headers. */
  public static Refusal of(RefusalReason reason, String cause) {
    return new Refusal(reason, cause, Map.of(), List.of(), List.of(), Map.of());
  }

  /** A refusal of what cannot be decided now: fails closed, and says when to try again. */
  public static Refusal undecidable(String cause) {
    return of(RefusalReason.UNDECIDABLE, cause).withHeader("Retry-After", RETRY_AFTER_SECONDS);
  }

  /** A refusal of input for all that is wrong with it. */
  public static Refusal invalidInput(List<Violation> violations) {
    return new Refusal(
        RefusalReason.INVALID_INPUT,
        violations.size() + " violations",
        Map.of(),
        violations,
        List.of(),
        Map.of());
  }

  /** The same with another detail for the security log. */
  public Refusal withCause(String newCause) {
    return new Refusal(reason, newCause, headers, violations, violatedPolicies, challenge);
  }

  /** The same with one more header. */
  public Refusal withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Refusal(reason, cause, more, violations, violatedPolicies, challenge);
  }

  /** The same with more headers. */
  public Refusal withHeaders(Map<String, String> added) {
    Map<String, String> more = new TreeMap<>(headers);
    more.putAll(added);
    return new Refusal(reason, cause, more, violations, violatedPolicies, challenge);
  }

  /** The same, naming one more limit that refused. */
  public Refusal withViolatedPolicy(String name) {
    List<String> more = new ArrayList<>(violatedPolicies);
    more.add(name);
    return new Refusal(reason, cause, headers, violations, more, challenge);
  }

  /** The same, with what the client may do to be let in nevertheless. */
  public Refusal withChallenge(Map<String, Object> members) {
    return new Refusal(reason, cause, headers, violations, violatedPolicies, members);
  }
}
