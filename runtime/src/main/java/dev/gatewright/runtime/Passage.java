package dev.gatewright.runtime;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.runtime.input.Violations;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call on its way through its guard: the first stage is passed, the second is to come. */
public final class Passage {
  private final RequestState request;
  private final EndpointPolicy policy;
  private final StageOne stageOne;
  private final InputValidator validator;
  private final List<String> limitKeys = new ArrayList<>(0);

  Passage(
      RequestState request, EndpointPolicy policy, StageOne stageOne, InputValidator validator) {
    this.request = request;
    this.policy = policy;
    this.stageOne = stageOne;
    this.validator = validator;
  }

  /**
   * Who is calling.
   *
   * @throws IllegalStateException if the endpoint is open and nobody authenticated
   */
  public Caller caller() {
    Caller caller = request.caller();
    if (caller == null) {
      throw new IllegalStateException(policy + " is open: there is no caller to ask about");
    }
    return caller;
  }

  /** A new collector for what is wrong with the arguments. */
  public Violations violations() {
    return new Violations(policy, validator, refusal -> stageOne.events().refuse(request, refusal));
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
      throw stageOne
          .events()
          .refuse(request, Refusal.undecidable("there is no key for the limit " + limit));
    }
    limitKeys.add(key);
  }

  /**
   * Counts the call against the limits that count by argument, inside another guard or not.
   *
   * @throws dev.gatewright.runtime.problem.RefusedException if one of them is reached; then none is
   *     charged
   */
  public void acquireLimits() {
    stageOne
        .events()
        .refuseIf(
            request,
            policy,
            () -> stageOne.limits().byArgument(request.charged(), policy, limitKeys));
    // A limit may have held the call.
    stageOne.passAgainIfStale(request, policy);
  }

  /**
   * Refuses the call with 403 unless the object-level policy permits it.
   *
   * @param objectPolicy name of the policy, for the security log
   */
  public void require(String objectPolicy, boolean permitted) {
    if (!permitted) {
      throw stageOne
          .events()
          .refuse(
              request,
              Refusal.of(
                  RefusalReason.OBJECT_DENIED, objectPolicy + " does not permit this object"));
    }
    // A policy may have taken its time.
    stageOne.passAgainIfStale(request, policy);
  }
}
