package dev.gatewright.challenge;

import static dev.gatewright.challenge.Work.NOW;
import static dev.gatewright.challenge.Work.REQUEST;
import static dev.gatewright.challenge.Work.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.strict.StrictBase64Url;
import dev.gatewright.runtime.challenge.Challenge;
import dev.gatewright.runtime.challenge.ChallengeResult;
import dev.gatewright.runtime.challenge.ChallengeSubject;
import dev.gatewright.secret.SecretValue;
import dev.gatewright.secret.SecretVersions;
import dev.gatewright.testing.FakeExchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofOfWorkTest {
  private final Work work = new Work();

  private static void assertFailed(ChallengeResult result, String cause) {
    assertThat(result).isInstanceOf(ChallengeResult.Failed.class);
    assertThat(((ChallengeResult.Failed) result).cause()).contains(cause);
  }

  private static void assertSolved(ChallengeResult result) {
    assertThat(result).isEqualTo(new ChallengeResult.Solved());
  }

  @Test
  void aClientIsToldAllItNeeds() {
    Challenge challenge = work.challenger.issue(SUBJECT, 0);
    assertThat(challenge.members())
        .containsExactly(
            Map.entry("type", "proof-of-work"),
            Map.entry("algorithm", "SHA-256"),
            Map.entry("challenge", Work.text(challenge)),
            Map.entry("difficulty", 8),
            Map.entry("expires-in", 120L));
    assertThat(Work.text(challenge)).matches("[A-Za-z0-9_-]{99}");
  }

  @Test
  void aSolvedChallengeCountsOnce() {
    String answer = Work.solved(work.challenger.issue(SUBJECT, 0));
    assertSolved(work.verify(answer));
    assertFailed(work.verify(answer), "used before");
  }

  @Test
  void aChallengeCountsOnceWhateverItsSolution() {
    String challenge = Work.text(work.challenger.issue(SUBJECT, 0));
    List<String> solutions =
        Stream.iterate(0, i -> i + 1)
            .filter(i -> Work.leadingZeroBits(challenge + ":" + i) >= 8)
            .limit(3)
            .map(i -> challenge + "." + i)
            .toList();
    assertSolved(work.verify(solutions.get(0)));
    assertFailed(work.verify(solutions.get(1)), "used before");
    assertFailed(work.verify(solutions.get(2)), "used before");
  }

  @Test
  void ofManyThreadsWithOneAnswerOneIsHeard() throws Exception {
    String answer = Work.solved(work.challenger.issue(SUBJECT, 0));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<ChallengeResult>> tasks = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        tasks.add(() -> work.verify(answer));
      }
      int solved = 0;
      for (Future<ChallengeResult> task : threads.invokeAll(tasks)) {
        solved += task.get() instanceof ChallengeResult.Solved ? 1 : 0;
      }
      assertThat(solved).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Bits are counted here, as the work that they take depends on luck. */
  @Test
  void aNumberIsASolutionIfAndOnlyIfEnoughBitsAreZero() {
    String challenge = Work.text(work.challenger.issue(SUBJECT, 0));
    int solutions = 0;
    for (int counter = 0; counter < 2_000; counter++) {
      Work fresh = new Work();
      ChallengeResult result = fresh.verify(challenge + "." + counter);
      if (Work.leadingZeroBits(challenge + ":" + counter) >= 8) {
        assertSolved(result);
        solutions++;
      } else {
        assertFailed(result, "no solution");
      }
    }
    assertThat(solutions).isPositive();
  }

  @Test
  void aChallengeEndsWithItsTime() {
    String answer = Work.solved(work.challenger.issue(SUBJECT, 0));
    work.now.set(NOW.plusSeconds(120));
    assertFailed(work.verify(answer), "ended");
    work.now.set(NOW.plusSeconds(120).minusMillis(1));
    assertSolved(work.verify(answer));
    assertFailed(work.verify(answer), "used before");
  }

  static Stream<ChallengeSubject> others() {
    return Stream.of(
        new ChallengeSubject("Rates.all.other", SUBJECT.key(), SUBJECT.clientAddress()),
        new ChallengeSubject(SUBJECT.limitId(), "203.0.113.8", SUBJECT.clientAddress()),
        new ChallengeSubject(SUBJECT.limitId(), SUBJECT.key(), "203.0.113.8"),
        new ChallengeSubject("Rates.all2", "03.0.113.7", SUBJECT.clientAddress()),
        new ChallengeSubject(SUBJECT.limitId(), "203.0.113.72", "03.0.113.7"),
        new ChallengeSubject("", "", ""));
  }

  @ParameterizedTest
  @MethodSource("others")
  void anAnswerIsOfNoUseToAnotherClientOrLimit(ChallengeSubject other) {
    String answer = Work.solved(work.challenger.issue(SUBJECT, 0));
    assertFailed(work.challenger.verify(answer, other, 0, REQUEST), "another client or limit");
    assertSolved(work.verify(answer));
  }

  @ParameterizedTest
  @CsvSource({"0, 8", "1, 9", "3, 11", "4, 12", "5, 12", "2147483647, 12", "-1, 8"})
  void everyChallengeThatWasSolvedMakesTheNextOneHarderUpToABound(int pressure, int difficulty) {
    Challenge challenge = work.challenger.issue(SUBJECT, pressure);
    assertThat(Work.difficulty(challenge)).isEqualTo(difficulty);
    assertSolved(work.challenger.verify(Work.solved(challenge), SUBJECT, pressure, REQUEST));
  }

  @Test
  void easyChallengesThatWereHoardedDoNotCountLater() {
    String first = Work.solved(work.challenger.issue(SUBJECT, 0));
    String second = Work.solved(work.challenger.issue(SUBJECT, 0));
    assertSolved(work.challenger.verify(first, SUBJECT, 0, REQUEST));
    assertFailed(work.challenger.verify(second, SUBJECT, 1, REQUEST), "easier");
  }

  @Test
  void aHarderChallengeStillCountsWhenLessIsAsked() {
    String answer = Work.solved(work.challenger.issue(SUBJECT, 4));
    assertSolved(work.verify(answer));
  }

  @Test
  void aChallengeThatAnotherInstanceGaveIsAccepted() {
    ProofOfWork other = work.settings().build();
    String answer = Work.solved(other.issue(SUBJECT, 0));
    assertSolved(work.verify(answer));
    assertFailed(other.verify(answer, SUBJECT, 0, REQUEST), "used before");
  }

  @Test
  void aChallengeThatIsSignedWithAnotherKeyIsRefused() {
    ProofOfWork other =
        work.settings().keys(ChallengeKeys.ofBase64(Work.key('x'))).difficulty(8).build();
    String answer = Work.solved(other.issue(SUBJECT, 0));
    assertFailed(work.verify(answer), "not signed");
  }

  @Test
  void aKeyRotatesWithoutRefusingWhatItSignedAndEndsWhenItIsWithdrawn() {
    SecretValue old = SecretValue.of("key", Work.key('o'));
    SecretValue next = SecretValue.of("key", Work.key('n'));
    AtomicReference<ChallengeKeys> keys =
        new AtomicReference<>(ChallengeKeys.of(SecretVersions.of(old)));
    ProofOfWork challenger = work.settings().keys(keys::get).build();
    String first = Work.solved(challenger.issue(SUBJECT, 0));
    String second = Work.solved(challenger.issue(SUBJECT, 0));

    keys.set(ChallengeKeys.of(SecretVersions.of(next, old)));
    assertSolved(challenger.verify(first, SUBJECT, 0, REQUEST));
    String third = Work.solved(challenger.issue(SUBJECT, 0));

    keys.set(ChallengeKeys.of(SecretVersions.of(next)));
    assertFailed(challenger.verify(second, SUBJECT, 0, REQUEST), "not signed");
    assertSolved(challenger.verify(third, SUBJECT, 0, REQUEST));
  }

  @Test
  void noTwoChallengesAreTheSame() {
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      texts.add(Work.text(work.challenger.issue(SUBJECT, 0)));
    }
    assertThat(texts).hasSize(1_000);
  }

  @Test
  void aChallengeTellsNothingOfTheClient() {
    String text = Work.text(work.challenger.issue(SUBJECT, 0));
    byte[] bytes = StrictBase64Url.decode(text, 0, text.length());
    String same =
        Work.text(
            work.settings().keys(ChallengeKeys.ofBase64(Work.key('x'))).build().issue(SUBJECT, 0));
    byte[] sameBytes = StrictBase64Url.decode(same, 0, same.length());
    assertThat(Arrays.copyOfRange(bytes, 26, 42))
        .as("hashed under the secret")
        .isNotEqualTo(Arrays.copyOfRange(sameBytes, 26, 42));
    assertThat(SUBJECT.toString()).doesNotContain("203.0.113.7");
  }

  /** The signature is over the difficulty and the expiry: neither can be chosen. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 10, 25, 26, 41, 42, 73})
  void aFieldThatWasChangedIsRefused(int position) {
    String text = Work.text(work.challenger.issue(SUBJECT, 0));
    byte[] bytes = StrictBase64Url.decode(text, 0, text.length());
    bytes[position] ^= 1;
    assertFailed(work.verify(Work.solved(StrictBase64Url.encode(bytes), 8)), "not signed");
  }

  @Test
  void anotherVersionIsMalformed() {
    String text = Work.text(work.challenger.issue(SUBJECT, 0));
    byte[] bytes = StrictBase64Url.decode(text, 0, text.length());
    bytes[0] = 2;
    assertFailed(work.verify(StrictBase64Url.encode(bytes) + ".0"), "malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        ".0.0",
        ".00",
        ".01",
        ".-1",
        ".+1",
        ".1e3",
        ". 1",
        ".1 ",
        ".0x1",
        ".9007199254740992",
        ".99999999999999999",
        ".\u0661",
        ":1",
        "=.1"
      })
  void aCounterThatIsNoNumberAsDefinedIsMalformed(String end) {
    String challenge = Work.text(work.challenger.issue(SUBJECT, 0));
    assertFailed(work.verify(challenge + end), "malformed");
  }

  @Test
  void theLargestCounterIsRead() {
    String challenge = Work.text(work.challenger.issue(SUBJECT, 0));
    assertThat(WorkAnswer.parse(challenge + ".9007199254740991")).isNotNull();
  }

  @Test
  void aReplayStoreThatFailsIsNoReasonToBelieve() {
    ProofOfWork challenger =
        work.settings()
            .replays(
                (key, until) -> {
                  throw new IllegalStateException("down");
                })
            .build();
    String answer = Work.solved(challenger.issue(SUBJECT, 0));
    assertThat(challenger.verify(answer, SUBJECT, 0, REQUEST))
        .isEqualTo(
            new ChallengeResult.Undecidable("the replay store failed: IllegalStateException"));
  }

  @Test
  void whatIsRefusedTakesNoRoomInTheReplayStore() {
    List<String> used = new ArrayList<>();
    ProofOfWork challenger = work.settings().replays((key, until) -> used.add(key)).build();
    Challenge challenge = challenger.issue(SUBJECT, 0);
    String answer = Work.solved(challenge);
    challenger.verify("x", SUBJECT, 0, REQUEST);
    challenger.verify(Work.text(challenge) + ".9007199254740991", SUBJECT, 0, REQUEST);
    challenger.verify(answer, SUBJECT, 1, REQUEST);
    challenger.verify(answer, new ChallengeSubject("a", "b", "c"), 0, REQUEST);
    work.now.set(NOW.plus(Duration.ofHours(1)));
    challenger.verify(answer, SUBJECT, 0, REQUEST);
    assertThat(used).isEmpty();
    work.now.set(NOW);
    assertSolved(challenger.verify(answer, SUBJECT, 0, REQUEST));
    assertThat(used).hasSize(1);
    assertThat(used.get(0)).hasSize(43);
  }

  @Test
  void oneHeaderWithinBoundsIsAnAnswer() {
    assertThat(work.challenger.answer(FakeExchange.from("203.0.113.7"))).isNull();
    assertThat(work.challenger.answer(FakeExchange.withHeader("challenge-response", "a.1")))
        .isEqualTo("a.1");
    assertThat(work.challenger.answer(FakeExchange.withHeader("Challenge-Response", ""))).isNull();
    assertThat(work.challenger.answer(FakeExchange.withHeader("Challenge-Response", "a.1", "a.1")))
        .isNull();
    assertThat(
            work.challenger.answer(
                FakeExchange.withHeader("Challenge-Response", "a".repeat(1_024))))
        .isNotNull();
    assertThat(
            work.challenger.answer(
                FakeExchange.withHeader("Challenge-Response", "a".repeat(1_025))))
        .isNull();
  }
}
