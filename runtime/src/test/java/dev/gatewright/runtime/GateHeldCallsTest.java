package dev.gatewright.runtime;

import static dev.gatewright.runtime.GateFixture.admit;
import static dev.gatewright.runtime.GateFixture.endpoint;
import static dev.gatewright.runtime.GateFixture.https;
import static dev.gatewright.runtime.GateFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.LimitKey;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Limits with a maxWait, on the real clock: one call in a fifth of a second. */
class GateHeldCallsTest {
  private final GateFixture fixture = new GateFixture();

  private final EndpointPolicy policy =
      endpoint("m")
          .open("test")
          .limit(
              LimitPolicy.named("even")
                  .permits(5, Duration.ofSeconds(1))
                  .strategy(Strategy.LEAKY_BUCKET)
                  .key(LimitKey.ADDRESS)
                  .maxWait(Duration.ofMillis(500))
                  .build())
          .build();

  @Test
  void aCallThatCameTooEarlyIsHeldUntilItsTurn() {
    Gate gate = gate(64);
    long start = System.nanoTime();

    admit(gate, https(), policy);
    admit(gate, https(), policy);
    admit(gate, https(), policy);

    assertThat(System.nanoTime() - start)
        .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(399));
  }

  @Test
  void aCallThatWouldBeHeldForTooLongIsRefused() {
    Gate gate = fixture.builder().build(); // Time stands still: nothing comes back.
    admit(gate, https(), policy);
    admit(gate, https(), policy);
    admit(gate, https(), policy);

    Refusal refusal = refusal(gate, https(), policy);

    assertThat(refusal.reason()).isEqualTo(RefusalReason.LIMIT_EXCEEDED);
    assertThat(refusal.headers()).containsEntry("Retry-After", "1");
  }

  @Test
  void whereNoMoreCallsCanBeHeldTheyAreRefusedAndNotCharged() {
    Gate gate = gate(0);
    admit(gate, https(), policy);

    for (int i = 0; i < 10; i++) {
      // Were they charged, the limit itself would refuse from the third on.
      assertThat(refusal(gate, https(), policy).reason()).isEqualTo(RefusalReason.UNDECIDABLE);
    }
  }

  private Gate gate(int heldCalls) {
    return fixture
        .builder()
        .rateLimiter(InProcessRateLimiter.create())
        .heldCalls(heldCalls)
        .build();
  }
}
