package dev.gatewright.runtime;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.runtime.input.Violations;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call on its way through its guard: the first stage is passed, the second is to come. */
public final class Passage {
  private final CurrentExchange current;
  private final EndpointPolicy policy;
  private final InputValidator validator;
  private final LimitCheck limits;
  private final List<String> limitKeys = new ArrayList<>(0);

  /**
   * A call.
   *
   * @param limits who counts it
   */
  Passage(
      CurrentExchange current, EndpointPolicy policy, InputValidator validator, LimitCheck limits) {
    this.current = current;
    this.policy = policy;
    this.validator = validator;
    this.limits = limits;
  }

  /**
   * Who is calling.
   *
   * @throws IllegalStateException if the endpoint is open and nobody authenticated
   */
  public Caller caller() {
    Caller caller = current.caller();
    if (caller == null) {
      throw new IllegalStateException(policy + " is open: there is no caller to ask about");
    }
    return caller;
  }

  /** A new collector for what is wrong with the arguments. */
  public Violations violations() {
    return new Violations(policy, validator, current::refuse);
  }

  /**
   * Says what the next of the endpoint's limits that count by argument counts by.
   *
   * @param limit name of the limit
   * @param key which calls are counted together; null refuses the call with 503, as it could not be
   *     counted
   */
  public void limitKey(String limit, @Nullable String key) {
    if (key == null) {
      throw current.refuse(Undecidable.because("there is no key for the limit " + limit));
    }
    limitKeys.add(key);
  }

  /**
   * Counts the call against the limits that count by argument, inside another guard or not.
   *
   * @throws RefusedException if one of them is reached; then none is charged
   */
  public void acquireLimits() {
    try {
      limits.byArgument(current, policy, limitKeys);
    } catch (RefusedException refused) {
      throw refused;
    } catch (RuntimeException failure) {
      throw current.undecided(policy, failure);
    }
  }

  /**
   * Refuses the call with 403 unless the object-level policy permits it.
   *
   * @param objectPolicy name of the policy, for the security log
   */
  public void require(String objectPolicy, boolean permitted) {
    if (!permitted) {
      throw current.refuse(
          Refusal.of(RefusalReason.OBJECT_DENIED, objectPolicy + " does not permit this object"));
    }
  }
}
