package dev.gatewright.challenge;

import dev.gatewright.authentication.replay.ReplayStore;
import dev.gatewright.runtime.challenge.Challenge;
import dev.gatewright.runtime.challenge.ChallengeResult;
import dev.gatewright.runtime.challenge.ChallengeSubject;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a refused client pay with computing time: it has to find a number so that SHA-256 of the
 * challenge and the number begins with enough zero bits. Thread-safe.
 *
 * <p>Nothing is stored when a challenge is given. It is signed, ends by itself, and is bound to the
 * limit, its key and the client's address; whoever has the keys can verify it, so that several
 * instances need no more than the same keys and one replay store.
 *
 * <p>Every challenge that a client has solved in the limit's period makes its next one harder by
 * one bit, which doubles the work, up to a bound. One that was given when less was asked no longer
 * counts, so that hoarding easy ones buys nothing. What a bit costs, at 500,000 hashes a second of
 * plain JavaScript on a laptop, in milliseconds on average (a phone takes two to four times as
 * long, native code a hundredth or less):
 *
 * <pre>
 * difficulty    14   16   18     20     22      24
 * milliseconds  33  131  524  2,097  8,389  33,554
 * </pre>
 *
 * <p>This slows scripts down and makes a flood cost somebody something; it does not tell humans
 * from machines, and graphics cards hash a thousand times as fast. What holds in any case is the
 * bound on how many challenges may be solved in a period.
 */
public final class ProofOfWork implements Challenger {

  /** Bits that must be zero unless set. */
  public static final int DEFAULT_DIFFICULTY = 16;

  /** Most bits that must be zero unless set. */
  public static final int DEFAULT_MAX_DIFFICULTY = 22;

  /** How long a challenge can be answered unless set. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(2);

  private static final int LEAST_DIFFICULTY = 8;
  private static final int MOST_DIFFICULTY = 32;

  /** Longer than any answer, so that one that is malformed is refused as such. */
  private static final int MAX_ANSWER_LENGTH = 1_024;

  private final Supplier<ChallengeKeys> keys;
  private final SingleUse singleUse;
  private final int difficulty;
  private final int maxDifficulty;
  private final Duration lifetime;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  private ProofOfWork(Builder builder) {
    keys = Objects.requireNonNull(builder.keys);
    singleUse = new SingleUse(Objects.requireNonNull(builder.replays));
    difficulty = builder.difficulty;
    maxDifficulty = builder.maxDifficulty;
    lifetime = builder.lifetime;
    clock = builder.clock;
  }

  /** Starts one; keys and a replay store are mandatory. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Members: {@code type} is {@code proof-of-work}; {@code algorithm} is {@code SHA-256}; {@code
   * challenge}, 99 characters; {@code difficulty} in bits; {@code expires-in} in seconds. To be
   * answered with {@code <challenge>.<counter>}, where the hash of the ASCII text {@code
   * <challenge>:<counter>} begins with so many zero bits and the counter is a decimal number below
   * 2^53.
   */
  @Override
  public Challenge issue(ChallengeSubject subject, int pressure) {
    byte[] salt = new byte[WorkChallenge.SALT_BYTES];
    random.nextBytes(salt);
    int bits = difficultyAt(pressure);
    Instant expiry = clock.instant().plus(lifetime);
    WorkChallenge challenge = WorkChallenge.sign(bits, expiry, salt, subject, keys.get().current());
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "proof-of-work");
    members.put("algorithm", "SHA-256");
    members.put("challenge", challenge.text());
    members.put("difficulty", bits);
    members.put("expires-in", lifetime.toSeconds());
    return new Challenge(members);
  }

  private int difficultyAt(int pressure) {
    return difficulty + Math.min(Math.max(pressure, 0), maxDifficulty - difficulty);
  }

  @Override
  public @Nullable String answer(Exchange exchange) {
    return AnswerHeader.read(exchange, MAX_ANSWER_LENGTH);
  }

  /** {@inheritDoc} What is cheap to refuse is refused first; nothing is recorded of it. */
  @Override
  public ChallengeResult verify(
      String answer, ChallengeSubject subject, int pressure, Exchange exchange) {
    WorkAnswer parsed = WorkAnswer.parse(answer);
    if (parsed == null) {
      return new ChallengeResult.Failed("the answer is malformed");
    }
    WorkChallenge challenge = parsed.challenge();
    ChallengeKey key = signer(challenge);
    if (key == null) {
      return new ChallengeResult.Failed("the challenge is not signed by this application");
    }
    if (!clock.instant().isBefore(challenge.expiry())) {
      return new ChallengeResult.Failed("the challenge has ended");
    }
    if (!challenge.isFor(subject, key)) {
      return new ChallengeResult.Failed("the challenge is for another client or limit");
    }
    if (challenge.difficulty() < difficultyAt(pressure)) {
      return new ChallengeResult.Failed("the challenge is easier than what is asked now");
    }
    if (parsed.leadingZeroBits() < challenge.difficulty()) {
      return new ChallengeResult.Failed("the number is no solution");
    }
    return singleUse.use(challenge.replayKey(), challenge.expiry());
  }

  private @Nullable ChallengeKey signer(WorkChallenge challenge) {
    for (ChallengeKey key : keys.get().newestFirst()) {
      if (challenge.isSignedBy(key)) {
        return key;
      }
    }
    return null;
  }

  /** Collects how hard the work is. Not thread-safe. */
  public static final class Builder {
    private @Nullable Supplier<ChallengeKeys> keys;
    private @Nullable ReplayStore replays;
    private int difficulty = DEFAULT_DIFFICULTY;
    private int maxDifficulty = DEFAULT_MAX_DIFFICULTY;
    private Duration lifetime = DEFAULT_LIFETIME;
    private InstantSource clock = InstantSource.system();

    private Builder() {}

    /** Keys that do not rotate. These or the others are mandatory. */
    public Builder keys(ChallengeKeys newKeys) {
      Objects.requireNonNull(newKeys);
      keys = () -> newKeys;
      return this;
    }

    /** Keys that are asked for with every request, so that they may rotate. */
    public Builder keys(Supplier<ChallengeKeys> newKeys) {
      keys = Objects.requireNonNull(newKeys);
      return this;
    }

    /**
     * Where answers that were used are remembered until they end. Applications that run more than
     * once need one that they share, or an answer counts once on each. Mandatory.
     */
    public Builder replays(ReplayStore newReplays) {
      replays = Objects.requireNonNull(newReplays);
      return this;
    }

    /** Bits that must be zero in the first challenge: 16 unless set, 8 to 32. */
    public Builder difficulty(int newDifficulty) {
      difficulty = newDifficulty;
      return this;
    }

    /** Most bits that must be zero: 22 unless set, from the difficulty to 32. */
    public Builder maxDifficulty(int newMaxDifficulty) {
      maxDifficulty = newMaxDifficulty;
      return this;
    }

    /** How long a challenge can be answered: 2 minutes unless set, 10 seconds to 10 minutes. */
    public Builder lifetime(Duration newLifetime) {
      lifetime = Objects.requireNonNull(newLifetime);
      return this;
    }

    /** The clock; the system's unless set. */
    public Builder clock(InstantSource newClock) {
      clock = Objects.requireNonNull(newClock);
      return this;
    }

    /**
     * The challenger.
     *
     * @throws InvalidOptionException if an option is missing or out of bounds, naming it
     */
    public ProofOfWork build() {
      Option.require(keys != null, "key", "is missing", "set at least 32 random bytes in base64");
      Option.require(
          replays != null, "replays", "is missing", "use an InProcessReplayStore or a shared one");
      Option.require(
          difficulty >= LEAST_DIFFICULTY && difficulty <= MOST_DIFFICULTY,
          "difficulty",
          "is not between " + LEAST_DIFFICULTY + " and " + MOST_DIFFICULTY + " bits",
          "use " + DEFAULT_DIFFICULTY);
      Option.require(
          maxDifficulty >= difficulty && maxDifficulty <= MOST_DIFFICULTY,
          "maxDifficulty",
          "is not between the difficulty and " + MOST_DIFFICULTY + " bits",
          "use " + Math.max(difficulty, DEFAULT_MAX_DIFFICULTY));
      Option.require(
          lifetime.compareTo(Duration.ofSeconds(10)) >= 0
              && lifetime.compareTo(Duration.ofMinutes(10)) <= 0,
          "lifetime",
          "is not between 10 seconds and 10 minutes",
          "use 2 minutes");
      return new ProofOfWork(this);
    }
  }
}
