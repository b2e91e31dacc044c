package dev.gatewright.golden;

import dev.gatewright.LimitKey;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Search}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Search.class,
    annotations = "95b1b54e23a40e9d"
)
public class SearchGuard extends Search implements Guard {
  /** Search.find: any authenticated caller. */
  static final EndpointPolicy FIND =
      EndpointPolicy.of(Search.class, "find")
          .secured()
          .build();

  /** Search.find: any authenticated caller; 10 per second for each caller (token bucket). */
  static final EndpointPolicy FIND_2 =
      EndpointPolicy.of(Search.class, "find", String.class)
          .secured()
          .limit(
              LimitPolicy.named("find")
                  .permits(10, Duration.ofSeconds(1))
                  .strategy(Strategy.TOKEN_BUCKET)
                  .key(LimitKey.CALLER)
                  .build())
          .build();

  /** Search.find: any authenticated caller; 5 per second for each caller (token bucket). */
  static final EndpointPolicy FIND_3 =
      EndpointPolicy.of(Search.class, "find", Object.class)
          .secured()
          .limit(
              LimitPolicy.named("find")
                  .permits(5, Duration.ofSeconds(1))
                  .strategy(Strategy.TOKEN_BUCKET)
                  .key(LimitKey.CALLER)
                  .build())
          .build();

  /** Search.find: any authenticated caller. */
  static final EndpointPolicy FIND_4 =
      EndpointPolicy.of(Search.class, "find", int.class)
          .secured()
          .build();

  /** Search.find_2: any authenticated caller. */
  static final EndpointPolicy FIND_2_2 =
      EndpointPolicy.of(Search.class, "find_2", int[].class, String[][].class)
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(FIND, FIND_2, FIND_3,
      FIND_4, FIND_2_2);

  private final Gate gate;

  public SearchGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public List<String> find() {
    gate.enter(FIND);
    return super.find();
  }

  @Override
  public List<String> find(String text) {
    gate.enter(FIND_2);
    return super.find(text);
  }

  @Override
  public List<String> find(Object text) {
    gate.enter(FIND_3);
    return super.find(text);
  }

  @Override
  public List<String> find(int number) {
    gate.enter(FIND_4);
    return super.find(number);
  }

  @Override
  public List<String> find_2(int[] numbers, String[][] names) {
    gate.enter(FIND_2_2);
    return super.find_2(numbers, names);
  }
}
