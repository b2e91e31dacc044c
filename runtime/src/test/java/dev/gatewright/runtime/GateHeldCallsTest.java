package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.admit;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.https;
import static dev.gatewright.testing.GateFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.LimitKey;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.testing.GateFixture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Limits with a maxWait, on the real clock: one call in a fifth of a second. */
class GateHeldCallsTest {
  private final GateFixture fixture = new GateFixture();

  private final EndpointPolicy policy = endpoint("m").open("test").limit(leaky("even", 5)).build();

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

  @Test
  void aCallOfAnInnerGuardIsHeldOnceAndWhereItCannotBeItIsNotCharged() {
    EndpointPolicy door = endpoint("door").open("test").build();
    Gate full = gate(0);
    admit(full, https(), policy);
    GateFixture.during(
        full,
        https(),
        () -> {
          full.enter(door);
          for (int i = 0; i < 10; i++) {
            assertThat(refusal(() -> full.enter(policy)).reason())
                .isEqualTo(RefusalReason.UNDECIDABLE);
          }
        });
    Gate gate = gate(64);
    admit(gate, https(), policy);
    long start = System.nanoTime();
    GateFixture.during(
        gate,
        https(),
        () -> {
          gate.enter(door);
          for (int i = 0; i < 10; i++) {
            gate.enter(policy);
          }
        });

    assertThat(System.nanoTime() - start)
        .isBetween(TimeUnit.MILLISECONDS.toNanos(100), TimeUnit.MILLISECONDS.toNanos(900));
  }

  @Test
  void aCallIsHeldUntilThePermitsOfAllItsLimitsHaveCome() {
    EndpointPolicy two =
        endpoint("two").open("test").limit(leaky("slow", 5)).limit(leaky("fast", 500)).build();
    Gate gate = gate(64);
    admit(gate, https(), two);
    long start = System.nanoTime();

    admit(gate, https(), two);

    assertThat(System.nanoTime() - start)
        .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
  }

  @Test
  void whoseCallGoesOnMakesRoomForTheNext() {
    Gate gate = gate(1);

    admit(gate, https(), policy);
    admit(gate, https(), policy);
    admit(gate, https(), policy);
  }

  @Test
  void aCallWhoseThreadIsInterruptedIsRefusedAndTheThreadStaysInterrupted() {
    Gate gate = gate(64);
    admit(gate, https(), policy);
    Thread.currentThread().interrupt();

    Refusal refusal = refusal(gate, https(), policy);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(refusal.reason()).isEqualTo(RefusalReason.UNDECIDABLE);
  }

  private static LimitPolicy leaky(String name, long permitsPerSecond) {
    return LimitPolicy.named(name)
        .permits(permitsPerSecond, Duration.ofSeconds(1))
        .strategy(Strategy.LEAKY_BUCKET)
        .key(LimitKey.ADDRESS)
        .maxWait(Duration.ofMillis(500))
        .build();
  }

  private Gate gate(int heldCalls) {
    return fixture
        .builder()
        .rateLimiter(InProcessRateLimiter.create())
        .heldCalls(heldCalls)
        .build();
  }
}
