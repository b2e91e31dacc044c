package dev.gatewright.runtime.input;

import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.runtime.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the arguments of one call. Not thread-safe. */
public final class Violations implements InputValidator.Found {

  /** Violations kept of one call at most: an attacker must not choose the size of the answer. */
  public static final int MAX_REPORTED = 100;

  private final EndpointPolicy policy;
  private final InputValidator validator;
  private final Function<Refusal, RefusedException> refuser;
  private final List<Violation> found = new ArrayList<>(0);

  /** So many were there before the validator was asked; it may say the same again. */
  private int before = Integer.MAX_VALUE;

  /** Starts with none; {@code refuser} records a refusal and makes what is thrown. */
  public Violations(
      EndpointPolicy policy,
      InputValidator validator,
      Function<Refusal, RefusedException> refuser) {
    this.policy = policy;
    this.validator = validator;
    this.refuser = refuser;
  }

  /** Adds a violation unless the value is there. */
  public void notNull(String path, @Nullable Object value) {
    if (value == null) {
      add(path, "must not be null");
    }
  }

  /** Adds everything the constraints of the endpoint's parameters have against the arguments. */
  public void check(Object endpoint, @Nullable Object[] arguments) {
    before = found.size();
    validator.validate(policy, endpoint, arguments, this);
  }

  /**
   * Adds a violation, unless there are {@link #MAX_REPORTED}, or it was there before the validator
   * was asked. Of several elements that have no place of their own, each may have the same.
   */
  @Override
  public void add(String path, String message) {
    Violation violation = new Violation(path, message);
    if (found.size() < MAX_REPORTED
        && !found.subList(0, Math.min(before, found.size())).contains(violation)) {
      found.add(violation);
    }
  }

  /** Refuses the request with 422 and all that was found, if anything was. */
  public void refuseIfAny() {
    if (!found.isEmpty()) {
      throw refuser.apply(Refusal.invalidInput(found));
    }
  }
}
