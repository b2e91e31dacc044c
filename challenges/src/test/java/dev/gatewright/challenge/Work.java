package dev.gatewright.challenge;

import dev.gatewright.authentication.replay.InProcessReplayStore;
import dev.gatewright.authentication.replay.ReplayStore;
import dev.gatewright.runtime.challenge.Challenge;
import dev.gatewright.runtime.challenge.ChallengeResult;
import dev.gatewright.runtime.challenge.ChallengeSubject;
import dev.gatewright.testing.FakeExchange;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;

/** A challenger with a clock that tests set, and a client that does the work. */
final class Work {
  static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  static final String KEY = key('k');
  static final ChallengeSubject SUBJECT =
      new ChallengeSubject("Rates.all", "203.0.113.7", "203.0.113.7");
  static final FakeExchange REQUEST = FakeExchange.from("203.0.113.7");

  final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  final ReplayStore replays = new InProcessReplayStore(10_000, now::get);
  final ProofOfWork challenger = settings().build();

  ProofOfWork.Builder settings() {
    return ProofOfWork.builder()
        .keys(ChallengeKeys.ofBase64(KEY))
        .replays(replays)
        .difficulty(8)
        .maxDifficulty(12)
        .clock(now::get);
  }

  static String key(char filling) {
    byte[] bytes = String.valueOf(filling).repeat(32).getBytes(StandardCharsets.US_ASCII);
    return Base64.getEncoder().encodeToString(bytes);
  }

  static String text(Challenge challenge) {
    return (String) challenge.members().get("challenge");
  }

  static int difficulty(Challenge challenge) {
    return (Integer) challenge.members().get("difficulty");
  }

  static String solved(Challenge challenge) {
    return solved(text(challenge), difficulty(challenge));
  }

  static String solved(String challenge, int difficulty) {
    long counter = 0;
    while (leadingZeroBits(challenge + ":" + counter) < difficulty) {
      counter++;
    }
    return challenge + "." + counter;
  }

  /** Counted otherwise than by what is tested: as the length of a number. */
  static int leadingZeroBits(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return 256 - new BigInteger(1, hash).bitLength();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  ChallengeResult verify(String answer) {
    return challenger.verify(answer, SUBJECT, 0, REQUEST);
  }
}
