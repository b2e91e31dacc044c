package dev.gatewright.runtime.charge;

import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.limit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.OnOutage;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EndpointLimitsTest {

  @Test
  void limitsThatEverybodySharesAreAskedLast() {
    EndpointPolicy policy =
        endpoint("m")
            .secured()
            .limit(limit("everybody", 9).key(LimitKey.GLOBAL).build())
            .limit(limit("caller", 1).build())
            .build();

    assertThat(limits(policy).byCaller().group().limits())
        .extracting(LimitPolicy::name)
        .containsExactly("caller", "everybody");
  }

  @Test
  void solvedChallengesAreCountedLikeTheLimitThatSetsThem() {
    LimitPolicy declared =
        limit("m", 4)
            .key(LimitKey.ADDRESS)
            .onLimit(OnLimit.CHALLENGE)
            .onOutage(OnOutage.IN_PROCESS)
            .build();
    EndpointPolicy policy = endpoint("m").open("test").limit(declared).build();

    LimitPolicy solved = solved(policy);

    assertThat(solved.permits()).isEqualTo(8);
    assertThat(solved.period()).isEqualTo(declared.period());
    assertThat(solved.key()).isEqualTo(LimitKey.ADDRESS);
    assertThat(solved.onOutage()).isEqualTo(OnOutage.IN_PROCESS);
  }

  @Test
  void solvedChallengesOfTwoEndpointsAreCountedApart() {
    LimitPolicy limit = limit("same", 4).key(LimitKey.ADDRESS).onLimit(OnLimit.CHALLENGE).build();

    assertThat(solved(endpoint("one").open("test").limit(limit).build()).id())
        .isNotEqualTo(solved(endpoint("other").open("test").limit(limit).build()).id());
  }

  private static LimitPolicy solved(EndpointPolicy policy) {
    List<LimitPolicy> challenged =
        Objects.requireNonNull(limits(policy).byAddress().challenged(0)).limits();
    assertThat(challenged).hasSize(1);
    return challenged.get(0);
  }

  private static EndpointLimits limits(EndpointPolicy policy) {
    return EndpointLimits.of(policy, InProcessRateLimiter.create());
  }
}
