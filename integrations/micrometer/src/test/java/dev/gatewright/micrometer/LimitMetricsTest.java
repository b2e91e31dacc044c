package dev.gatewright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.policy.LimitPolicy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LimitMetricsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final LimitMetrics metrics = new LimitMetrics(registry);
  private final InProcessRateLimiter limiter =
      InProcessRateLimiter.builder().nanoClock(() -> 0).build();

  @Test
  void grantedRefusedAndSparedCallsAreCountedByEndpointAndLimit() {
    LimitGroup group =
        limiter.group(
            List.of(
                LimitPolicy.named("wide").permits(100, MINUTE).build(),
                LimitPolicy.named("narrow").permits(2, MINUTE).build()));
    for (int i = 0; i < 5; i++) {
      call(group, "somebody");
    }

    assertThat(decisions("wide", "granted")).isEqualTo(2);
    assertThat(decisions("wide", "spared")).isEqualTo(3);
    assertThat(decisions("narrow", "granted")).isEqualTo(2);
    assertThat(decisions("narrow", "refused")).isEqualTo(3);
  }

  @Test
  void aCallThatIsHeldIsTimed() {
    LimitGroup group =
        limiter.group(
            List.of(
                LimitPolicy.named("even")
                    .permits(60, MINUTE)
                    .strategy(Strategy.LEAKY_BUCKET)
                    .maxWait(Duration.ofSeconds(5))
                    .build()));
    call(group, "somebody");
    call(group, "somebody");

    assertThat(
            registry
                .get("gatewright.limit.wait")
                .tags("endpoint", "Accounts.find", "limit", "even")
                .timer()
                .totalTime(TimeUnit.SECONDS))
        .isEqualTo(1);
  }

  @Test
  void manyKeysMakeNoMoreSeriesThanOne() {
    LimitGroup group =
        limiter.group(List.of(LimitPolicy.named("wide").permits(100, MINUTE).build()));
    for (int i = 0; i < 1_000; i++) {
      call(group, "key " + i);
    }

    assertThat(registry.getMeters()).hasSize(1);
    assertThat(registry.getMeters().toString()).doesNotContain("key 1");
  }

  private void call(LimitGroup group, String key) {
    LimitCharge charge = group.newCharge();
    for (int i = 0; i < group.limits().size(); i++) {
      charge.key(i, key);
    }
    boolean charged = charge.acquire();
    for (int i = 0; i < group.limits().size(); i++) {
      metrics.decided("Accounts.find", charge.decision(i), charged);
    }
  }

  private double decisions(String limit, String outcome) {
    return registry
        .get("gatewright.limit.decisions")
        .tags("endpoint", "Accounts.find", "limit", limit, "outcome", outcome)
        .counter()
        .count();
  }
}
