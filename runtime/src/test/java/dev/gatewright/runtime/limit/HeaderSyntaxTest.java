package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;

/**
 * The fields of draft-ietf-httpapi-ratelimit-headers-11, read by a parser of structured fields (RFC
 * 9651) that is not ours.
 */
class HeaderSyntaxTest {
  private final ManualClock clock = new ManualClock();

  @Property(tries = 300)
  void whatLimitsSayIsReadAsTheDraftWantsIt(
      @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 20) Integer> permits,
      @ForAll @IntRange(min = 1, max = 100_000) int periodMillis,
      @ForAll Strategy strategy,
      @ForAll @IntRange(min = 1, max = 30) int calls,
      @ForAll @IntRange(min = 0, max = 2_000) int pauseMillis) {
    List<LimitPolicy> limits = new ArrayList<>();
    for (int i = 0; i < permits.size(); i++) {
      limits.add(
          LimitPolicy.named("limit-" + i)
              .permits(permits.get(i), Duration.ofMillis(periodMillis * (i + 1L)))
              .strategy(strategy)
              .build());
    }
    LimitGroup group = InProcessRateLimiter.builder().nanoClock(clock).build().group(limits);
    String policies = "";
    for (int call = 0; call < calls; call++) {
      LimitCharge charge = group.newCharge();
      List<LimitDecision> decisions = new ArrayList<>();
      for (int i = 0; i < limits.size(); i++) {
        charge.key(i, "key");
      }
      charge.acquire();
      for (int i = 0; i < limits.size(); i++) {
        decisions.add(charge.decision(i));
      }
      Map<String, String> headers = RateLimitHeaders.standard().of(decisions);
      verify(headers, decisions);
      assertThat(policies).as("stable across answers").isIn("", headers.get("RateLimit-Policy"));
      policies = headers.get("RateLimit-Policy");
      clock.advance(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
    }
  }

  @Property(tries = 300)
  void aNameIsReadAsItIsAsLongAsItIsPrintable(
      @ForAll @CharRange(from = ' ', to = '~') @StringLength(min = 1, max = 40) String name) {
    if (name.isBlank()) {
      return;
    }
    LimitPolicy limit = LimitPolicy.named(name).permits(1, Duration.ofSeconds(1)).build();

    Map<String, String> headers =
        RateLimitHeaders.standard().of(List.of(new LimitDecision(limit, true, 0, 1, 0, 0)));

    assertThat(read(headers.get("RateLimit"))).containsOnlyKeys(name);
  }

  private static void verify(Map<String, String> headers, List<LimitDecision> decisions) {
    Map<String, Map<String, Long>> policies = read(headers.get("RateLimit-Policy"));
    Map<String, Map<String, Long>> states = read(headers.get("RateLimit"));
    long wait = 0;
    for (LimitDecision decision : decisions) {
      LimitPolicy limit = decision.limit();
      Map<String, Long> policy = policies.get(limit.name());
      assertThat(policy).containsOnlyKeys("q", "w").containsEntry("q", limit.permits());
      assertThat(policy.get("w")).isPositive();
      Map<String, Long> state = states.get(limit.name());
      assertThat(state).containsOnlyKeys("r", "t").containsEntry("r", decision.remaining());
      assertThat(state.get("r")).isBetween(0L, limit.burst());
      assertThat(state.get("t")).isPositive();
      if (!decision.granted()) {
        wait = Math.max(wait, state.get("t"));
      }
    }
    assertThat(headers.get("Retry-After")).isEqualTo(wait == 0 ? null : Long.toString(wait));
  }

  private static Map<String, Map<String, Long>> read(String field) {
    Map<String, Map<String, Long>> read = new TreeMap<>();
    for (ListElement<?> element : Parser.parseList(field).get()) {
      assertThat(element).isInstanceOf(StringItem.class);
      Map<String, Long> parameters = new TreeMap<>();
      element
          .getParams()
          .forEach(
              (name, value) -> {
                assertThat(value).isInstanceOf(IntegerItem.class);
                parameters.put(name, ((IntegerItem) value).getAsLong());
              });
      assertThat(read.put(((StringItem) element).get(), parameters)).isNull();
    }
    return read;
  }
}
