package dev.gatewright.runtime;

import dev.gatewright.runtime.auth.Caller;
import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.runtime.input.Violations;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;

/** One call on its way through its guard: the first stage is passed, the second is to come. */
public final class Passage {
  private final CurrentExchange current;
  private final EndpointPolicy policy;
  private final InputValidator validator;

  Passage(CurrentExchange current, EndpointPolicy policy, InputValidator validator) {
    this.current = current;
    this.policy = policy;
    this.validator = validator;
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
