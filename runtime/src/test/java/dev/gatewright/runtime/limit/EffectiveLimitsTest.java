package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits that are changed at run time, at one instance or several. */
class EffectiveLimitsTest {
  private static final LimitPolicy BUCKET = Limits.of(Strategy.TOKEN_BUCKET, 10, minutes(1));
  private static final LimitPolicy WINDOW = Limits.of(Strategy.FIXED_WINDOW, 10, minutes(1));
  private static final String ID = BUCKET.id();
  private static final String CONFIGURED = " 10 60000000000 10";

  private final Memory memory = new Memory();
  private final List<String> events = new ArrayList<>();
  private final EffectiveLimits one = instance(BUCKET);
  private final EffectiveLimits other = instance(BUCKET);

  @Test
  void aChangeReachesTheOtherInstanceOnceAndIsTold() {
    one.change("limit", permits(5));
    assertThat(permitsOf(other)).isEqualTo(10);

    other.refresh();
    other.refresh();

    assertThat(other.limits()).isEqualTo(one.limits());
    assertThat(permitsOf(other)).isEqualTo(5);
    assertThat(events).containsExactly("10 to 5", "10 to 5");
  }

  @Test
  void whatEachInstanceCountsByIsTheChange() {
    LimitCharge charge = other.group(List.of(BUCKET)).newCharge();
    charge.key(0, "alice");
    one.change("limit", permits(1));

    other.refresh();

    assertThat(charge.acquire()).isTrue();
    assertThat(charge.acquire()).isFalse();
    assertThat(charge.decision(0).limit().permits()).isEqualTo(1);
  }

  @Test
  void anInstanceThatStartsLaterHasTheChangeFromItsFirstLook() {
    one.change("limit", permits(5));
    EffectiveLimits late = instance(BUCKET);

    late.refresh();

    assertThat(permitsOf(late)).isEqualTo(5);
  }

  @Test
  void ofTwoChangesAtOnceTheLastHoldsEverywhere() {
    one.change("limit", permits(5));
    other.change("limit", permits(7));

    one.refresh();
    other.refresh();

    assertThat(permitsOf(one)).isEqualTo(7);
    assertThat(permitsOf(other)).isEqualTo(7);
  }

  @Test
  void whatIsWithdrawnIsAsItWasConfiguredEverywhere() {
    one.change("limit", permits(5));
    other.refresh();

    assertThat(other.withdraw("limit")).isEqualTo(BUCKET);

    assertThat(permitsOf(other)).isEqualTo(10);
    one.refresh();
    assertThat(permitsOf(one)).isEqualTo(10);
    assertThat(memory.texts).isEmpty();
    assertThat(events).containsExactly("10 to 5", "10 to 5", "5 to 10", "5 to 10");
  }

  @Test
  void whatIsWithdrawnInOneProcessHasTheNumbersOfTheConfiguration() {
    EffectiveLimits alone =
        new EffectiveLimits(
            InProcessRateLimiter.create(), Map.of("limit", permits(8)), null, this::changed);
    alone.group(List.of(BUCKET));
    alone.change("limit", permits(5));
    alone.refresh();
    assertThat(permitsOf(alone)).isEqualTo(5);
    assertThat(alone.configured("limit").permits()).isEqualTo(8);

    assertThat(alone.withdraw("limit").permits()).isEqualTo(8);

    assertThat(permitsOf(alone)).isEqualTo(8);
    assertThat(alone.limits()).containsExactly(alone.configured("limit"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> alone.withdraw("nothing"))
        .withMessageStartingWith("no limit is called nothing. Fix: use one of ");
  }

  @Test
  void whatCannotBeKeptForAllIsChangedNowhere() {
    one.change("limit", permits(5));
    memory.down = true;

    assertThatThrownBy(() -> one.change("limit", permits(4)))
        .isInstanceOf(LimitNotSharedException.class)
        .hasMessageStartingWith("limit #limit is not changed, as that cannot be kept for all")
        .hasMessageContaining(": nobody answers. Fix: ");
    assertThatThrownBy(() -> one.withdraw("limit")).isInstanceOf(LimitNotSharedException.class);
    assertThatThrownBy(one::refresh).hasMessage("nobody answers");

    assertThat(permitsOf(one)).isEqualTo(5);
    assertThat(memory.texts).containsOnlyKeys(ID);
    assertThat(events).containsExactly("10 to 5");
  }

  @Test
  void numbersThatCannotBeKeptAreToldToNobody() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.change("limit", new LimitChange(null, Duration.ofDays(400), null)))
        .withMessageContaining("longer than 366 days");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.change(WINDOW))
        .withMessageContaining("part of the program. Fix: change numbers only.");
    EffectiveLimits global = instance(Limits.global(10, minutes(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> global.change("everybody", permits(1L << 31)))
        .withMessageContaining("a global window counts no further");

    assertThat(memory.texts).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void aChangeOfOtherNumbersThanThoseHereIsIgnored() {
    EffectiveLimits newer = instance(Limits.of(Strategy.TOKEN_BUCKET, 20, minutes(1)));
    one.change("limit", permits(5));

    newer.refresh();
    other.refresh();

    assertThat(permitsOf(newer)).isEqualTo(20);
    assertThat(permitsOf(other)).isEqualTo(5);

    newer.change("limit", permits(6));
    other.refresh();

    assertThat(permitsOf(other)).as("stays as it is").isEqualTo(5);
    assertThat(permitsOf(newer)).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "5 60000000000 5",
        "5 60000000000 5 10 60000000000",
        "5 60000000000 5 10 60000000000 10 1",
        "5 60000000000 5 10 60000000000 10 ",
        "5 60000000000 5 10 60000000000 10\n",
        "5  60000000000 5 10 60000000000 10",
        "05 60000000000 5 10 60000000000 10",
        "+5 60000000000 5 10 60000000000 10",
        "-5 60000000000 5 10 60000000000 10",
        "0 60000000000 5 10 60000000000 10",
        "9223372036854775808 60000000000 5 10 60000000000 10",
        "٥ 60000000000 5 10 60000000000 10",
        "5 999999 5 10 60000000000 10",
        "5 9223372036854775807 5 10 60000000000 10",
        "9223372036854775807 60000000000 5 10 60000000000 10",
      })
  void whatCannotBeReadOrKeptChangesNothing(String text) {
    one.change("limit", permits(7));
    events.clear();
    memory.texts.put(ID, text);

    one.refresh();
    other.refresh();

    assertThat(permitsOf(one)).isEqualTo(7);
    assertThat(permitsOf(other)).isEqualTo(10);
    assertThat(events).isEmpty();
  }

  @Test
  void aTextWithoutEndIsNotRead() {
    memory.texts.put(ID, "5 60000000000 5" + CONFIGURED + " 1".repeat(1_000_000));

    one.refresh();

    assertThat(permitsOf(one)).isEqualTo(10);
  }

  @Test
  void aWindowIsGivenNoBurst() {
    EffectiveLimits windows = instance(WINDOW);
    memory.texts.put(ID, "5 60000000000 9" + CONFIGURED);
    windows.refresh();
    assertThat(permitsOf(windows)).isEqualTo(10);

    memory.texts.put(ID, "5 60000000000 5" + CONFIGURED);
    windows.refresh();
    assertThat(permitsOf(windows)).isEqualTo(5);
  }

  @Test
  void oneEntryThatIsWrongHoldsNoOtherUp() {
    LimitPolicy second = LimitPolicy.named("a").permits(10, minutes(1)).build();
    one.group(List.of(second));
    other.group(List.of(second));
    other.change("a", permits(3));
    other.change("limit", permits(4));
    memory.texts.put(second.id(), "nonsense");

    one.refresh();

    assertThat(one.limits()).extracting(LimitPolicy::permits).containsExactly(10L, 4L);
  }

  private EffectiveLimits instance(LimitPolicy limit) {
    EffectiveLimits limits =
        new EffectiveLimits(InProcessRateLimiter.create(), Map.of(), memory, this::changed);
    limits.group(List.of(limit));
    return limits;
  }

  private void changed(LimitPolicy before, LimitPolicy after) {
    events.add(before.permits() + " to " + after.permits());
  }

  private static long permitsOf(EffectiveLimits limits) {
    return limits.limits().get(0).permits();
  }

  private static LimitChange permits(long permits) {
    return new LimitChange(permits, null, null);
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  /** What instances in one process share; {@code RedisLimitChangesTest} shares by a real Redis. */
  private static final class Memory implements SharedLimitChanges {
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private boolean down;

    @Override
    public Map<String, String> find(Set<String> limits) {
      answer();
      Map<String, String> found = new ConcurrentHashMap<>(texts);
      found.keySet().retainAll(limits);
      return found;
    }

    @Override
    public void keep(String limit, String text) {
      answer();
      texts.put(limit, text);
    }

    @Override
    public void withdraw(String limit) {
      answer();
      texts.remove(limit);
    }

    private void answer() {
      if (down) {
        throw new IllegalStateException("nobody answers");
      }
    }
  }
}
