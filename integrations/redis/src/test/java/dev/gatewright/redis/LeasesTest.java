package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LeasesTest {
  private static final long ASKED_AT = 7;

  private final Counter counter = counter(1_000);
  private final List<String> given = new ArrayList<>();

  /** So few that all keys have the same place. */
  private final Leases leases =
      new Leases(
          1,
          (of, key, calls, chargedAt) -> {
            given.add(calls + " of " + key + " charged at " + chargedAt);
            return CompletableFuture.completedFuture(null);
          });

  @Test
  void whatIsLeftOfALeaseThatIsReplacedIsGivenBack() {
    Lease alice = lease("alice", 5);
    leases.put(alice);
    assertThat(leases.of("alice")).isSameAs(alice);
    assertThat(alice.take()).isTrue();

    leases.put(lease("bob", 5));

    assertThat(given).containsExactly("3 of alice charged at 99000");
    assertThat(leases.of("alice")).isNull();
  }

  @Test
  void aLeaseThatHasEndedIsNeitherTakenFromNorPutBackTo() {
    Lease ended = lease("alice", 5);
    leases.put(ended);
    leases.put(lease("alice", 5));

    assertThat(ended.take()).isFalse();
    assertThat(ended.putBack()).isFalse();
    assertThat(ended.left()).isZero();
  }

  @Test
  void closingWaitsUntilRedisHasWhatIsLeft() {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    Leases slow =
        new Leases(
            1,
            (of, key, calls, chargedAt) ->
                sent.completeOnTimeout(null, 100, TimeUnit.MILLISECONDS));
    slow.put(lease("alice", 5));

    slow.close();

    assertThat(sent).isCompleted();
  }

  @Test
  void aLeaseIsOfNoUseOnceTheLimitHasOtherNumbers() {
    Lease lease = lease("alice", 5);

    assertThat(lease.isAlive(counter, ASKED_AT)).isTrue();
    assertThat(lease.isAlive(counter(2_000), ASKED_AT)).isFalse();
  }

  @Test
  void aLeaseLivesFiftyMillisecondsFromWhenItWasAskedFor() {
    Lease lease = lease("alice", 5);
    long life = Duration.ofMillis(50).toNanos();

    assertThat(lease.isAlive(counter, ASKED_AT + life - 1)).isTrue();
    assertThat(lease.isAlive(counter, ASKED_AT + life)).isFalse();
  }

  @Test
  void onlyOneCallerAtATimeAsksForTheNextLease() {
    Lease lease = lease("alice", 5);

    assertThat(lease.renew()).isTrue();
    assertThat(lease.renew()).isFalse();
    lease.renewed();
    assertThat(lease.renew()).isTrue();
  }

  @Test
  void theNextLeaseIsForAsManyCallsAsCameAndFourTimesTheLastAtMost() {
    long later = ASKED_AT + Duration.ofMillis(100).toNanos();

    assertThat(lease("alice", 1).nextCalls(ASKED_AT)).isEqualTo(4);
    assertThat(spent(20).nextCalls(ASKED_AT)).isEqualTo(50);
    assertThat(spent(20).nextCalls(later)).isEqualTo(10);
    assertThat(lease("alice", 20).nextCalls(later)).isEqualTo(1);
  }

  private Lease spent(long calls) {
    Lease lease = lease("alice", calls);
    while (lease.left() > 0) {
      assertThat(lease.take()).isTrue();
    }
    return lease;
  }

  private Lease lease(String key, long calls) {
    return new Lease(key, counter, calls, 0, 99, ASKED_AT);
  }

  private static Counter counter(long permits) {
    LimitPolicy limit = LimitPolicy.named("limit").permits(permits, Duration.ofDays(1)).build();
    return Counter.of(limit, LeasePlan.of(limit));
  }
}
