package dev.gatewright.challenge;

import static dev.gatewright.testing.GateFixture.admit;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.limit;
import static dev.gatewright.testing.GateFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.authentication.replay.InProcessReplayStore;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.challenge.Challenge;
import dev.gatewright.runtime.challenge.ChallengeResult;
import dev.gatewright.runtime.challenge.ChallengeSubject;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.event.SecurityEvent;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Problem;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.GateFixture;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A limit that sets challenges: 4 calls a minute, 2 more for each that is solved. */
class GateProofOfWorkTest {
  private static final EndpointPolicy POLICY =
      endpoint("m")
          .open("test")
          .limit(limit("m", 4).key(LimitKey.ADDRESS).onLimit(OnLimit.CHALLENGE).build())
          .build();

  private final GateFixture fixture = new GateFixture();
  private final Gate gate = fixture.builder().challenger(work()).build();

  static ProofOfWork work() {
    return ProofOfWork.builder()
        .keys(ChallengeKeys.ofBase64(Base64.getEncoder().encodeToString(new byte[32])))
        .replays(new InProcessReplayStore(1_000, () -> GateFixture.NOW))
        .difficulty(8)
        .maxDifficulty(10)
        .clock(() -> GateFixture.NOW)
        .build();
  }

  static FakeExchange client(String address) {
    return FakeExchange.from(address).overTls();
  }

  static FakeExchange answering(String address, String answer) {
    return client(address).header("Challenge-Response", answer);
  }

  /** Calls until the limit refuses, and returns what is then said. */
  private static Refusal exhaust(Gate gate, String address, int calls) {
    for (int i = 0; i < calls; i++) {
      admit(gate, client(address), POLICY);
    }
    return refusal(gate, client(address), POLICY);
  }

  static String solved(Refusal refusal) {
    String challenge = (String) refusal.challenge().get("challenge");
    int difficulty = (Integer) refusal.challenge().get("difficulty");
    long counter = 0;
    while (leadingZeroBits(challenge + ":" + counter) < difficulty) {
      counter++;
    }
    return challenge + "." + counter;
  }

  private static int leadingZeroBits(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return 256 - new BigInteger(1, hash).bitLength();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aRefusedClientIsGivenAChallengeInTheProblem() {
    Refusal refusal = exhaust(gate, "203.0.113.7", 4);
    assertThat(refusal.reason()).isEqualTo(RefusalReason.LIMIT_EXCEEDED);
    assertThat(refusal.violatedPolicies()).containsExactly("m");
    assertThat(refusal.headers()).containsKey("Retry-After");
    assertThat(new String(new Problem(refusal, "id").json(), StandardCharsets.UTF_8))
        .contains("\"challenge\":{\"type\":\"proof-of-work\",\"algorithm\":\"SHA-256\",")
        .contains("\"difficulty\":8,\"expires-in\":120}");
  }

  @Test
  void aSolvedChallengeBuysHalfABurst() {
    String answer = solved(exhaust(gate, "203.0.113.7", 4));
    admit(gate, answering("203.0.113.7", answer), POLICY);
    admit(gate, client("203.0.113.7"), POLICY);
    assertThat(refusal(gate, client("203.0.113.7"), POLICY).challenge())
        .as("the next is harder")
        .containsEntry("difficulty", 9);
  }

  @Test
  void theSameAnswerAgainIsRefused() {
    String answer = solved(exhaust(gate, "203.0.113.7", 4));
    admit(gate, answering("203.0.113.7", answer), POLICY);
    exhaust(gate, "203.0.113.7", 1);
    Refusal refusal = refusal(gate, answering("203.0.113.7", answer), POLICY);
    assertThat(refusal.reason()).isEqualTo(RefusalReason.LIMIT_EXCEEDED);
    assertThat(refusal.challenge()).isNotEmpty();
  }

  @Test
  void theAnswerOfAnotherClientIsRefused() {
    String answer = solved(exhaust(gate, "203.0.113.7", 4));
    exhaust(gate, "203.0.113.8", 4);
    Refusal refusal = refusal(gate, answering("203.0.113.8", answer), POLICY);
    assertThat(refusal.challenge()).containsEntry("difficulty", 8);
    admit(gate, answering("203.0.113.7", answer), POLICY);
  }

  @Test
  void theEventSaysWhyAnAnswerWasRefused() {
    exhaust(gate, "203.0.113.7", 4);
    refusal(gate, answering("203.0.113.7", "nonsense"), POLICY);
    SecurityEvent event = fixture.events.get(fixture.events.size() - 1);
    assertThat(event.toString()).contains("the answer is malformed").doesNotContain("nonsense");
  }

  @Test
  void afterEightChallengesInAPeriodTheLimitJustRefuses() {
    Refusal refusal = exhaust(gate, "203.0.113.7", 4);
    for (int i = 0; i < 8; i++) {
      admit(gate, answering("203.0.113.7", solved(refusal)), POLICY);
      refusal = exhaust(gate, "203.0.113.7", 1);
    }
    assertThat(refusal.challenge()).isEmpty();
    assertThat(refusal.headers()).containsKey("Retry-After");

    fixture.nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(exhaust(gate, "203.0.113.7", 4).challenge()).containsEntry("difficulty", 8);
  }

  @Test
  void anAnswerToNothingCostsNothing() {
    Refusal refusal = exhaust(gate, "203.0.113.7", 4);
    for (int i = 0; i < 20; i++) {
      refusal(gate, answering("203.0.113.7", "wrong" + i), POLICY);
    }
    admit(gate, answering("203.0.113.7", solved(refusal)), POLICY);
  }

  @Test
  void easyChallengesCannotBeHoarded() {
    String first = solved(exhaust(gate, "203.0.113.7", 4));
    String second = solved(refusal(gate, client("203.0.113.7"), POLICY));
    admit(gate, answering("203.0.113.7", first), POLICY);
    exhaust(gate, "203.0.113.7", 1);
    Refusal refusal = refusal(gate, answering("203.0.113.7", second), POLICY);
    assertThat(refusal.challenge()).containsEntry("difficulty", 9);
  }

  @Test
  void aSolvedChallengeBuysAtLeastOneCall() {
    EndpointPolicy costly =
        endpoint("costly")
            .open("test")
            .limit(limit("m", 3).cost(3).key(LimitKey.ADDRESS).onLimit(OnLimit.CHALLENGE).build())
            .build();
    admit(gate, client("203.0.113.7"), costly);
    String answer = solved(refusal(gate, client("203.0.113.7"), costly));

    admit(gate, answering("203.0.113.7", answer), costly);
  }

  /** Whoever is asked about answers is not asked without end by one client. */
  @Test
  void answersThatAreCostlyToVerifyCountWhetherRightOrWrong() {
    Asked provider = new Asked(new ChallengeResult.Failed("wrong", true));
    Gate asking = new GateFixture().builder().challenger(provider).build();
    exhaust(asking, "203.0.113.7", 4);
    for (int i = 0; i < 20; i++) {
      refusal(asking, answering("203.0.113.7", "answer" + i), POLICY);
    }
    assertThat(provider.asked).hasValue(8);
  }

  @Test
  void howeverManyAnswersComeAtOnceOnlyEightAreVerified() throws Exception {
    Asked provider = new Asked(new ChallengeResult.Failed("wrong", true));
    Gate asking = new GateFixture().builder().challenger(provider).build();
    exhaust(asking, "203.0.113.7", 4);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Refusal>> calls =
          Collections.nCopies(
              64, () -> refusal(asking, answering("203.0.113.7", "answer"), POLICY));
      for (Future<Refusal> call : threads.invokeAll(calls)) {
        assertThat(call.get().reason()).isEqualTo(RefusalReason.LIMIT_EXCEEDED);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(provider.asked).hasValue(8);
  }

  @Test
  void whileNobodyCanTellTheRequestIsRefusedAndTheAnswerIsNotCounted() {
    Asked provider = new Asked(new ChallengeResult.Undecidable("down"));
    Gate asking = new GateFixture().builder().challenger(provider).build();
    exhaust(asking, "203.0.113.7", 4);
    for (int i = 0; i < 20; i++) {
      assertThat(refusal(asking, answering("203.0.113.7", "answer"), POLICY).reason())
          .isEqualTo(RefusalReason.UNDECIDABLE);
    }
    assertThat(provider.asked).hasValue(20);
  }

  /** Whose answers are verified elsewhere. */
  private static final class Asked implements Challenger {
    private final AtomicInteger asked = new AtomicInteger();
    private final ChallengeResult result;

    private Asked(ChallengeResult result) {
      this.result = result;
    }

    @Override
    public Challenge issue(ChallengeSubject subject, int pressure) {
      return new Challenge(Map.of("type", "site-verify"));
    }

    @Override
    public String answer(Exchange exchange) {
      return exchange.headers(ANSWER_HEADER).stream().findFirst().orElse(null);
    }

    @Override
    public ChallengeResult verify(
        String answer, ChallengeSubject subject, int pressure, Exchange exchange) {
      asked.incrementAndGet();
      return result;
    }
  }
}
