package dev.gatewright.spring.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.gatewright.runtime.limit.EffectiveLimits;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.limit.LimitChange;
import dev.gatewright.runtime.limit.SharedLimitChanges;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What other instances change is taken over from time to time, and an outage is logged once. */
class LimitRefreshTest {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(LimitRefresh.class);
  private final SharedChanges shared = new SharedChanges();
  private final EffectiveLimits one = limits();
  private final EffectiveLimits other = limits();
  private final LimitRefresh refresh = new LimitRefresh(other, SHORTEST);

  @BeforeEach
  void listen() {
    logged.start();
    logger.addAppender(logged);
  }

  @AfterEach
  void stop() {
    refresh.stop();
    logger.detachAppender(logged);
  }

  @Test
  void aChangeIsThereBeforeTheStartEndsAndLaterOnesFollow() {
    change(5);

    refresh.start();

    assertThat(refresh.isRunning()).isTrue();
    assertThat(permits()).isEqualTo(5);
    change(4);
    await(() -> permits() == 4);
  }

  @Test
  void onceItIsStoppedItAsksNoMoreUntilItIsStartedAgain() {
    refresh.start();
    refresh.stop();
    change(5);
    int asked = shared.asked.get();

    LockSupport.parkNanos(Duration.ofMillis(1_500).toNanos());

    assertThat(refresh.isRunning()).isFalse();
    assertThat(shared.asked).hasValue(asked);
    assertThat(permits()).isEqualTo(10);
    refresh.start();
    assertThat(permits()).isEqualTo(5);
  }

  @Test
  void anOutageLeavesLimitsAsTheyAreAndIsLoggedOnce() {
    change(5);
    refresh.start();
    shared.reachable = false;
    int asked = shared.asked.get();

    await(() -> shared.asked.get() >= asked + 2);

    assertThat(permits()).isEqualTo(5);
    assertThat(loggedTimes("Limits stay as they are")).isEqualTo(1);
    shared.reachable = true;
    await(() -> loggedTimes("can be asked for again") == 1);
  }

  @Test
  void anIntervalOutOfBoundsIsRefused() {
    assertThatExceptionOfType(InvalidOptionException.class)
        .isThrownBy(() -> new LimitRefresh(other, Duration.ofMillis(999)))
        .withMessageContaining("refreshInterval");
  }

  private EffectiveLimits limits() {
    EffectiveLimits limits =
        new EffectiveLimits(
            InProcessRateLimiter.builder().build(), Map.of(), shared, (before, after) -> {});
    limits.group(List.of(LimitPolicy.named("l").permits(10, Duration.ofHours(1)).build()));
    return limits;
  }

  private void change(long permits) {
    one.change("l", new LimitChange(permits, null, null));
  }

  private long permits() {
    return other.limits().get(0).permits();
  }

  private long loggedTimes(String text) {
    synchronized (logged) {
      return logged.list.stream()
          .filter(event -> event.getFormattedMessage().contains(text))
          .count();
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the time it took").isLessThan(deadline);
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** Keeps changes for both instances; can be unreachable. */
  private static final class SharedChanges implements SharedLimitChanges {
    private final Map<String, String> changes = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean reachable = true;

    @Override
    public Map<String, String> find(Set<String> ids) {
      asked.incrementAndGet();
      if (!reachable) {
        throw new IllegalStateException("unreachable");
      }
      return Map.copyOf(changes);
    }

    @Override
    public void keep(String id, String change) {
      changes.put(id, change);
    }

    @Override
    public void withdraw(String id) {
      changes.remove(id);
    }
  }
}
