package dev.gatewright.authentication.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.option.InvalidOptionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InProcessReplayStoreTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

  private InProcessReplayStore store(int maxEntries) {
    return new InProcessReplayStore(maxEntries, now::get);
  }

  @Test
  void aKeyIsUsedOnceUntilItsTime() {
    InProcessReplayStore store = store(10);
    assertThat(store.firstUse("a", NOW.plusSeconds(60))).isTrue();
    assertThat(store.firstUse("a", NOW.plusSeconds(60))).isFalse();
    assertThat(store.firstUse("b", NOW.plusSeconds(60))).isTrue();
    now.set(NOW.plusSeconds(60));
    assertThat(store.firstUse("a", NOW.plusSeconds(120))).isFalse();
    now.set(NOW.plusSeconds(60).plusNanos(1));
    assertThat(store.firstUse("a", NOW.plusSeconds(120))).isTrue();
    assertThat(store.firstUse("a", NOW.plusSeconds(120))).isFalse();
  }

  @Test
  void aFullStoreForgetsNothingBeforeItsTime() {
    InProcessReplayStore store = store(3);
    for (String key : List.of("a", "b", "c")) {
      assertThat(store.firstUse(key, NOW.plusSeconds(60))).isTrue();
    }
    for (int i = 0; i < 100; i++) {
      String key = "flood" + i;
      assertThatThrownBy(() -> store.firstUse(key, NOW.plusSeconds(60)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Fix:");
    }
    now.set(NOW.plusSeconds(60));
    assertThatThrownBy(() -> store.firstUse("d", NOW.plusSeconds(120)))
        .isInstanceOf(IllegalStateException.class);
    now.set(NOW.plusSeconds(62));
    for (String key : List.of("d", "e", "f")) {
      assertThat(store.firstUse(key, NOW.plusSeconds(120))).isTrue();
    }
    assertThat(store.firstUse("d", NOW.plusSeconds(300))).isFalse();
  }

  @Test
  void oneHolderFillsAQuarterAndShutsNobodyElseOut() {
    InProcessReplayStore store = store(8);
    assertThat(store.firstUse("greedy", "g1", NOW.plusSeconds(60))).isTrue();
    assertThat(store.firstUse("greedy", "g2", NOW.plusSeconds(60))).isTrue();
    for (int i = 0; i < 100; i++) {
      String key = "flood" + i;
      assertThatThrownBy(() -> store.firstUse("greedy", key, NOW.plusSeconds(60)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("the 2 of one holder");
    }
    assertThat(store.firstUse("greedy", "g1", NOW.plusSeconds(60))).as("a replay").isFalse();
    for (int i = 0; i < 6; i++) {
      assertThat(store.firstUse("other" + i, "o" + i, NOW.plusSeconds(60))).isTrue();
    }
    now.set(NOW.plusSeconds(62));
    for (String key : List.of("g1", "g3")) {
      assertThat(store.firstUse("greedy", key, NOW.plusSeconds(120))).isTrue();
    }
    assertThatThrownBy(() -> store.firstUse("greedy", "g4", NOW.plusSeconds(120)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFullStoreIsSweptAtMostOnceASecond() {
    InProcessReplayStore store = store(2);
    store.firstUse("a", NOW.plusMillis(100));
    store.firstUse("b", NOW.plusSeconds(60));
    assertThatThrownBy(() -> store.firstUse("c", NOW.plusSeconds(60)))
        .isInstanceOf(IllegalStateException.class);
    now.set(NOW.plusMillis(999));
    assertThatThrownBy(() -> store.firstUse("c", NOW.plusSeconds(60)))
        .isInstanceOf(IllegalStateException.class);
    now.set(NOW.plusMillis(1_000));
    assertThat(store.firstUse("c", NOW.plusSeconds(60))).isTrue();
  }

  @Test
  void ofManyThreadsOneIsFirstAndTheBoundHolds() throws Exception {
    int bound = 500;
    InProcessReplayStore store = store(bound);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        tasks.add(
            () -> {
              int firsts = 0;
              for (int i = 0; i < 1_000; i++) {
                try {
                  firsts += store.firstUse("key" + i, NOW.plusSeconds(60)) ? 1 : 0;
                } catch (IllegalStateException full) {
                  assertThat(full).hasMessageContaining("500");
                }
              }
              return firsts;
            });
      }
      int firsts = 0;
      for (Future<Integer> task : threads.invokeAll(tasks)) {
        firsts += task.get();
      }
      assertThat(firsts).isBetween(bound - 8, bound);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aStoreHoldsAtLeastOneEntry() {
    assertThatThrownBy(() -> store(0))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'maxEntries'");
  }
}
