package dev.gatewright.authentication.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.caller.Authentication;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerdictCacheTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  private static final Authentication VERDICT = new Authentication.Rejected("no");

  @Test
  void itHoldsNoMoreThanSoMany() {
    VerdictCache cache = new VerdictCache(10);
    for (int i = 0; i < 1_000; i++) {
      cache.put("t" + i, VERDICT, NOW, NOW.plusSeconds(30));
    }
    assertThat(cache.size()).isEqualTo(10);
    assertThat(cache.find("t0", NOW)).isSameAs(VERDICT);
  }

  @Test
  void whatIsOverMakesRoom() {
    VerdictCache cache = new VerdictCache(10);
    for (int i = 0; i < 10; i++) {
      cache.put("t" + i, VERDICT, NOW, NOW.plusSeconds(1 + i % 2 * 60));
    }
    Instant later = NOW.plusSeconds(2);
    assertThat(cache.find("t0", later)).isNull();
    assertThat(cache.find("t1", later)).isSameAs(VERDICT);
    cache.put("new", VERDICT, later, later.plusSeconds(1));
    assertThat(cache.find("new", later)).isSameAs(VERDICT);
    assertThat(cache.size()).isEqualTo(6);
  }

  @Test
  void whatIsOverAtOnceIsNotHeld() {
    VerdictCache cache = new VerdictCache(10);
    cache.put("t", VERDICT, NOW, NOW);
    assertThat(cache.size()).isZero();
  }
}
