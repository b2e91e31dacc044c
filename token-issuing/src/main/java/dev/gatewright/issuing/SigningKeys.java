package dev.gatewright.issuing;

import dev.gatewright.authentication.jwt.KeySource;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.authentication.jwt.VerificationKey;
import dev.gatewright.authentication.jwt.VerificationKeys;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Signing keys that are replaced while the application runs. Whoever signs asks for the key ({@link
 * #get}), whoever verifies for all keys whose tokens are still good ({@link #current}), and what
 * other services need of them is {@link PublicJwkSet}. Thread-safe; asking takes no lock unless a
 * key ends at that moment.
 *
 * <p>A replaced key goes on verifying during the overlap, which is to be no shorter than tokens
 * live. Services that read the public keys from afar learn a new one ahead of its use where it is
 * {@linkplain #announce announced} for as long as they keep what they read.
 */
public final class SigningKeys implements KeySource, Supplier<SigningKey> {

  /** The longest overlap that can be set. */
  public static final Duration MAX_OVERLAP = Duration.ofDays(30);

  /** Most keys at one time. */
  static final int MAX_KEYS = 16;

  private final Duration overlap;
  private final InstantSource clock;
  private volatile State state;

  /** Keys that start with this one, by the system's clock. */
  public SigningKeys(SigningKeyPair first, Duration overlap) {
    this(first, overlap, InstantSource.system());
  }

  /**
   * Keys that start with this one.
   *
   * @param overlap how long a replaced key goes on verifying: {@link TokenIssuer#MAX_LIFETIME}
   *     covers every token; zero to 30 days
   * @throws InvalidOptionException if the overlap is out of bounds
   */
  public SigningKeys(SigningKeyPair first, Duration overlap, InstantSource clock) {
    Option.require(
        !overlap.isNegative() && overlap.compareTo(MAX_OVERLAP) <= 0,
        "overlap",
        "is not between zero and 30 days",
        "use as long as tokens live");
    this.overlap = overlap;
    this.clock = Objects.requireNonNull(clock);
    this.state = State.of(first, List.of());
  }

  /** The key that signs now. */
  @Override
  public SigningKey get() {
    return state.signing.signing();
  }

  @Override
  public VerificationKeys current() {
    State now = state;
    return clock.instant().isBefore(now.nextEnd) ? now.verification : withoutEnded().verification;
  }

  /** All keys are known here at once, so that there is nowhere else to look. */
  @Override
  public VerificationKeys refreshed(VerificationKeys known) {
    return current();
  }

  /**
   * Lets a key verify that does not sign yet.
   *
   * @throws InvalidOptionException if its id is that of another key
   * @throws IllegalStateException if there are too many keys
   */
  public synchronized void announce(SigningKeyPair next) {
    State now = withoutEnded();
    List<Other> others = without(now.others, next.keyId());
    others.add(new Other(requireNew(now, next).verification(), Instant.MAX));
    state = State.of(now.signing, others);
  }

  /**
   * Signs with a new key from now on. The one before goes on verifying during the overlap.
   *
   * @throws InvalidOptionException if its id is that of another key
   * @throws IllegalStateException if there are too many keys
   */
  public synchronized void rotate(SigningKeyPair next) {
    State now = withoutEnded();
    List<Other> others = without(now.others, requireNew(now, next).keyId());
    others.add(new Other(now.signing.verification(), clock.instant().plus(overlap)));
    state = State.of(next, others);
  }

  /**
   * Withdraws a key at once, as somebody else may know it: no token it signed is good any more. An
   * unknown id is ignored.
   *
   * @throws IllegalStateException if it is the key that signs now
   */
  public synchronized void withdraw(String keyId) {
    State now = withoutEnded();
    if (now.signing.keyId().equals(keyId)) {
      throw new IllegalStateException(
          "The key '" + keyId + "' signs now. Fix: rotate to another first.");
    }
    state = State.of(now.signing, without(now.others, keyId));
  }

  /** An id stands for one key only, or tokens of one would be tried with the other. */
  private static SigningKeyPair requireNew(State now, SigningKeyPair next) {
    boolean known = now.signing.keyId().equals(next.keyId());
    for (Other other : now.others) {
      known |= next.keyId().equals(other.key.keyId()) && !other.key.equals(next.verification());
    }
    if (known) {
      throw new InvalidOptionException(
          "keyId", "'" + next.keyId() + "' is that of another key", "give every key its own id");
    }
    return next;
  }

  private static List<Other> without(List<Other> others, String keyId) {
    List<Other> rest = new ArrayList<>(others);
    rest.removeIf(other -> keyId.equals(other.key.keyId()));
    return rest;
  }

  private synchronized State withoutEnded() {
    Instant now = clock.instant();
    if (!now.isBefore(state.nextEnd)) {
      List<Other> rest = new ArrayList<>(state.others);
      rest.removeIf(other -> !now.isBefore(other.until));
      state = State.of(state.signing, rest);
    }
    return state;
  }

  /** A key that verifies only, until then. */
  private record Other(VerificationKey key, Instant until) {}

  /** All keys at one time. */
  private record State(
      SigningKeyPair signing, List<Other> others, VerificationKeys verification, Instant nextEnd) {

    static State of(SigningKeyPair signing, List<Other> others) {
      if (others.size() >= MAX_KEYS) {
        throw new IllegalStateException(
            "There are " + MAX_KEYS + " signing keys. Fix: rotate less often than keys end.");
      }
      List<VerificationKey> keys = new ArrayList<>();
      keys.add(signing.verification());
      Instant nextEnd = Instant.MAX;
      for (Other other : others) {
        keys.add(other.key);
        nextEnd = other.until.isBefore(nextEnd) ? other.until : nextEnd;
      }
      return new State(signing, List.copyOf(others), VerificationKeys.of(keys), nextEnd);
    }
  }
}
