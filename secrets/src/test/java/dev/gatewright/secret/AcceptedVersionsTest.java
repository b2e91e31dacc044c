package dev.gatewright.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which versions are accepted at what time. */
class AcceptedVersionsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration OVERLAP = Duration.ofMinutes(60);

  private static SecretValue value(String text) {
    return SecretValue.of("pepper", text);
  }

  private static SecretVersions read(@Nullable Instant rotatedAt, String... newestFirst) {
    List<SecretValue> values = Stream.of(newestFirst).map(AcceptedVersionsTest::value).toList();
    return new SecretVersions(values.get(0), values.subList(1, values.size()), rotatedAt, false);
  }

  private static Instant minute(long minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  private static List<String> at(AcceptedVersions accepted, Instant now) {
    return accepted.at(now).all().stream().map(SecretValue::text).toList();
  }

  private static AcceptedVersions first(SecretVersions read) {
    return AcceptedVersions.first(read, START, OVERLAP);
  }

  @Test
  void aReplacedVersionIsAcceptedForTheOverlapAndNotAMomentLonger() {
    AcceptedVersions accepted = first(read(null, "a")).next(read(null, "b"), minute(5), OVERLAP);

    assertThat(accepted.nextWithdrawal(minute(5))).isEqualTo(minute(65));
    assertThat(at(accepted, minute(65).minusNanos(1))).containsExactly("b", "a");
    assertThat(at(accepted, minute(65))).containsExactly("b");
    assertThat(accepted.nextWithdrawal(minute(65))).isNull();
  }

  @Test
  void aPreviousVersionThatStaysListedDoesNotBeginAgain() {
    AcceptedVersions accepted = first(read(null, "b", "a"));
    for (int minutes = 10; minutes <= 200; minutes += 10) {
      accepted = accepted.next(read(null, "b", "a"), minute(minutes), OVERLAP);
    }

    assertThat(at(accepted, minute(59))).containsExactly("b", "a");
    assertThat(at(accepted, minute(60))).containsExactly("b");
    assertThat(at(accepted, minute(200))).containsExactly("b");
  }

  @Test
  void theOverlapOfAStartAfterTheRotationCountsFromTheRotation() {
    AcceptedVersions accepted = first(read(minute(-50), "b", "a"));

    assertThat(at(accepted, START)).containsExactly("b", "a");
    assertThat(at(accepted, minute(10))).containsExactly("b");
    assertThat(at(first(read(minute(-60), "b", "a")), START)).containsExactly("b");
  }

  @Test
  void aRotationInTheFutureCountsFromNow() {
    assertThat(at(first(read(minute(600), "b", "a")), minute(60))).containsExactly("b");
  }

  @Test
  void whoeverSawTheOldVersionAMomentAgoKeepsItForTheWholeOverlap() {
    AcceptedVersions accepted =
        first(read(minute(-600), "a")).next(read(minute(-90), "b", "a"), minute(5), OVERLAP);

    assertThat(at(accepted, minute(64))).containsExactly("b", "a");
  }

  @Test
  void severalRotationsWithinTheOverlapKeepAll() {
    AcceptedVersions accepted =
        first(read(null, "a"))
            .next(read(null, "b", "a"), minute(10), OVERLAP)
            .next(read(null, "c", "b"), minute(20), OVERLAP);

    assertThat(at(accepted, minute(20))).containsExactly("c", "b", "a");
    assertThat(at(accepted, minute(70))).containsExactly("c", "b");
    assertThat(at(accepted, minute(80))).containsExactly("c");
  }

  @Test
  void aRotationThatIsTakenBackIsOneMore() {
    AcceptedVersions accepted =
        first(read(null, "a"))
            .next(read(null, "b"), minute(10), OVERLAP)
            .next(read(null, "a"), minute(20), OVERLAP);

    assertThat(at(accepted, minute(20))).containsExactly("a", "b");
    assertThat(at(accepted, minute(80))).containsExactly("a");
  }

  @Test
  void aSourceCanWithdrawAtOnce() {
    AcceptedVersions accepted =
        first(read(null, "b", "a"))
            .next(new SecretVersions(value("b"), List.of(), null, true), minute(1), OVERLAP);

    assertThat(at(accepted, minute(1))).containsExactly("b");
  }

  @Test
  void withoutAnOverlapNothingIsKept() {
    AcceptedVersions accepted =
        AcceptedVersions.first(read(null, "a"), START, Duration.ZERO)
            .next(read(null, "b", "a"), minute(1), Duration.ZERO);

    assertThat(at(accepted, minute(1))).containsExactly("b");
  }

  /** Against a model that remembers everything: when was each version last the current one. */
  @Property
  void exactlyTheVersionsThatWereCurrentWithinTheOverlapAreAccepted(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 5) Integer> currents,
      @ForAll @IntRange(min = 1, max = 30) int minutesBetween) {
    AcceptedVersions accepted = first(read(null, "v" + currents.get(0)));
    for (int i = 1; i < currents.size(); i++) {
      accepted =
          accepted.next(
              read(null, "v" + currents.get(i)), minute((long) i * minutesBetween), OVERLAP);
    }
    int last = currents.size() - 1;
    Instant now = minute((long) last * minutesBetween);
    for (int version = 0; version <= 5; version++) {
      int lastCurrent = currents.lastIndexOf(version);
      // Seen replaced by the read after the last one that had it.
      boolean expected =
          lastCurrent == last
              || (lastCurrent >= 0
                  && now.isBefore(minute((long) (lastCurrent + 1) * minutesBetween).plus(OVERLAP)));
      assertThat(at(accepted, now).contains("v" + version)).isEqualTo(expected);
    }
  }
}
