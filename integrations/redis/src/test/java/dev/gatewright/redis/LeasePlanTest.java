package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeasePlanTest {

  @Test
  void aLeaseIsATwentiethOfTheBurstInCalls() {
    assertThat(LeasePlan.of(limit(1_000, Duration.ofDays(1)).build()))
        .isEqualTo(new LeasePlan(50, 50_000));
    assertThat(LeasePlan.of(limit(1_000, Duration.ofDays(1)).cost(5).build()))
        .isEqualTo(new LeasePlan(10, 50_000));
  }

  @Test
  void aLeaseLastsATwentiethOfTheTimeInWhichTheLimitFillsAtMost() {
    LimitPolicy bucket = limit(1_000, Duration.ofMillis(100)).burst(2_000).build();
    LimitPolicy window =
        limit(1_000, Duration.ofMillis(100)).strategy(Strategy.FIXED_WINDOW).build();

    assertThat(LeasePlan.of(bucket)).isEqualTo(new LeasePlan(100, 10_000));
    assertThat(LeasePlan.of(window)).isEqualTo(new LeasePlan(50, 5_000));
  }

  @Test
  void whatIsOverBeforeARoundTripIsNotLeased() {
    assertThat(LeasePlan.of(limit(100, Duration.ofMillis(20)).build()))
        .isEqualTo(new LeasePlan(5, 1_000));
    assertThat(LeasePlan.of(limit(100, Duration.ofMillis(19)).build())).isEqualTo(LeasePlan.NONE);
  }

  @Test
  void aLimitThatHoldsCallsIsNotLeased() {
    LimitPolicy.Builder leaky =
        limit(1_000, Duration.ofDays(1)).strategy(Strategy.LEAKY_BUCKET).burst(1_000);
    assertThat(LeasePlan.of(leaky.build()).exists()).isTrue();

    assertThat(LeasePlan.of(leaky.maxWait(Duration.ofMillis(1)).build())).isEqualTo(LeasePlan.NONE);
  }

  private static LimitPolicy.Builder limit(long permits, Duration period) {
    return LimitPolicy.named("limit").permits(permits, period);
  }
}
