package dev.gatewright.runtime.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Revocations in the memory of this process: for applications that run once. Thread-safe; asking
 * takes no lock.
 *
 * <p>A credential is revoked by issuer and id, never by its text, as one ECDSA signature can be
 * rewritten into another that is as valid. Entries end two minutes, the most that clocks may
 * differ, after the credentials they are about. Their number is bounded, and one too many is
 * refused: an entry is never dropped to make room.
 */
public final class InProcessRevocations implements Revocations {
  private static final Duration GRACE = JwtSettings.MAX_CLOCK_SKEW;

  private final int maxEntries;
  private final InstantSource clock;
  private final Map<Name, Instant> credentials = new ConcurrentHashMap<>();
  private final Map<Name, Cutoff> subjects = new ConcurrentHashMap<>();

  /**
   * Revocations by the system's clock.
   *
   * @param maxEntries most entries that are held at once, 1 or more
   */
  public InProcessRevocations(int maxEntries) {
    this(maxEntries, InstantSource.system());
  }

  /**
   * Revocations.
   *
   * @param maxEntries most entries that are held at once, 1 or more
   * @throws InvalidOptionException if that is less
   */
  public InProcessRevocations(int maxEntries, InstantSource clock) {
    JwtSettings.require(maxEntries >= 1, "maxEntries", "is less than 1", "use 100000");
    this.maxEntries = maxEntries;
    this.clock = Objects.requireNonNull(clock);
  }

  /**
   * Revokes one credential.
   *
   * @param credentialId a token's {@code jti} or the id of an API key
   * @param until when the credential ends by itself; {@link Instant#MAX} where it does not
   * @throws IllegalStateException if no entry is free; the credential is then not revoked
   */
  public synchronized void revoke(String issuer, String credentialId, Instant until) {
    Name name = new Name(issuer, credentialId);
    makeRoomFor(credentials.containsKey(name));
    credentials.merge(name, until, InProcessRevocations::later);
  }

  /**
   * Revokes whatever was issued to a subject before an instant. A credential that does not say when
   * it was issued counts as issued before.
   *
   * @param until when the last of these credentials ends by itself
   * @throws IllegalStateException if no entry is free; nothing is then revoked
   */
  public synchronized void revokeSubject(
      String issuer, String subject, Instant issuedBefore, Instant until) {
    Name name = new Name(issuer, subject);
    makeRoomFor(subjects.containsKey(name));
    subjects.merge(
        name,
        new Cutoff(issuedBefore, until),
        (one, other) ->
            new Cutoff(
                later(one.issuedBefore(), other.issuedBefore()),
                later(one.until(), other.until())));
  }

  @Override
  public boolean isRevoked(Caller caller) {
    Instant now = clock.instant();
    String id = caller.credentialId();
    if (id != null && holds(credentials.get(new Name(caller.issuer(), id)), now)) {
      return true;
    }
    Cutoff cutoff = subjects.get(new Name(caller.issuer(), caller.subject()));
    if (cutoff == null || !holds(cutoff.until(), now)) {
      return false;
    }
    Instant issuedAt = caller.issuedAt();
    return issuedAt == null || issuedAt.isBefore(cutoff.issuedBefore());
  }

  private void makeRoomFor(boolean known) {
    if (known || credentials.size() + subjects.size() < maxEntries) {
      return;
    }
    Instant now = clock.instant();
    credentials.values().removeIf(until -> !holds(until, now));
    subjects.values().removeIf(cutoff -> !holds(cutoff.until(), now));
    if (credentials.size() + subjects.size() >= maxEntries) {
      throw new IllegalStateException(
          "All "
              + maxEntries
              + " revocations are taken, so nothing was revoked. Fix: allow more entries, or"
              + " withdraw the issuer's key.");
    }
  }

  private static boolean holds(@Nullable Instant until, Instant now) {
    return until != null && now.minus(GRACE).isBefore(until);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Names are compared as pairs: gluing them together would let two pairs collide. */
  private record Name(String issuer, String value) {}

  private record Cutoff(Instant issuedBefore, Instant until) {}
}
