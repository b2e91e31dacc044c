package dev.gatewright.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.LimitKey;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestRateLimiterTest {
  private static final LimitPolicy LIMIT =
      LimitPolicy.named("calls")
          .permits(1, Duration.ofHours(1))
          .key(LimitKey.CALLER)
          .build()
          .within("Shop");

  private boolean off;

  private static boolean call(LimitGroup group) {
    LimitCharge charge = group.newCharge();
    charge.key(0, "alice");
    return charge.acquire();
  }

  @Test
  void aResetForgetsCallsButNotChangedNumbers() {
    TestRateLimiter limiter = new TestRateLimiter(InProcessRateLimiter::create, () -> off);
    LimitGroup group = limiter.group(List.of(LIMIT));
    assertThat(call(group)).isTrue();
    assertThat(call(group)).isFalse();

    limiter.change(LIMIT.withNumbers(2, LIMIT.period(), 2));
    limiter.reset();

    assertThat(call(group)).isTrue();
    assertThat(call(group)).isTrue();
    assertThat(call(group)).isFalse();
  }

  @Test
  void aLimiterOfTheApplicationsOwnKeepsWhatItCounts() {
    RateLimiter own = InProcessRateLimiter.create();
    TestRateLimiter limiter = new TestRateLimiter(() -> own, () -> off);
    LimitGroup group = limiter.group(List.of(LIMIT));
    assertThat(call(group)).isTrue();

    limiter.reset();

    assertThat(call(group)).isFalse();
  }

  @Test
  void whileLimitsAreOffNothingIsCounted() {
    TestRateLimiter limiter = new TestRateLimiter(InProcessRateLimiter::create, () -> off);
    LimitGroup group = limiter.group(List.of(LIMIT));
    off = true;
    assertThat(call(group)).isTrue();
    assertThat(call(group)).isTrue();
    assertThat(group.newCharge().decision(0).granted()).isTrue();

    off = false;

    assertThat(call(group)).isTrue();
    assertThat(call(group)).isFalse();
  }
}
