package dev.gatewright.authentication;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
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
public final class InProcessRevocations implements RevocationStore {
  /** The most that clocks may differ. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  private final int maxEntries;
  private final InstantSource clock;
  private final Map<Name, Instant> credentials = new ConcurrentHashMap<>();
  private final Map<Name, Cutoff> subjects = new ConcurrentHashMap<>();
  private final Map<Name, Cutoff> clients = new ConcurrentHashMap<>();

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
    Option.require(maxEntries >= 1, "maxEntries", "is less than 1", "use 100000");
    this.maxEntries = maxEntries;
    this.clock = Objects.requireNonNull(clock);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if no entry is free; the credential is then not revoked
   */
  @Override
  public synchronized void revoke(String issuer, String credentialId, Instant until) {
    Name name = new Name(issuer, credentialId);
    makeRoomFor(credentials.containsKey(name));
    credentials.merge(name, until, InProcessRevocations::later);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if no entry is free; nothing is then revoked
   */
  @Override
  public synchronized void revokeSubject(
      String issuer, String subject, Instant issuedBefore, Instant until) {
    cutOff(subjects, new Name(issuer, subject), new Cutoff(issuedBefore, until));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if no entry is free; nothing is then revoked
   */
  @Override
  public synchronized void revokeClient(
      String issuer, String clientId, Instant issuedBefore, Instant until) {
    cutOff(clients, new Name(issuer, clientId), new Cutoff(issuedBefore, until));
  }

  private void cutOff(Map<Name, Cutoff> cutoffs, Name name, Cutoff cutoff) {
    makeRoomFor(cutoffs.containsKey(name));
    cutoffs.merge(
        name,
        cutoff,
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
    return wasIssuedBefore(subjects.get(new Name(caller.issuer(), caller.subject())), caller, now)
        || wasIssuedBefore(ofClient(caller), caller, now);
  }

  private @Nullable Cutoff ofClient(Caller caller) {
    String clientId = caller.clientId();
    return clientId == null ? null : clients.get(new Name(caller.issuer(), clientId));
  }

  private static boolean wasIssuedBefore(@Nullable Cutoff cutoff, Caller caller, Instant now) {
    if (cutoff == null || !holds(cutoff.until(), now)) {
      return false;
    }
    Instant issuedAt = caller.issuedAt();
    return issuedAt == null || issuedAt.isBefore(cutoff.issuedBefore());
  }

  private void makeRoomFor(boolean known) {
    if (known || size() < maxEntries) {
      return;
    }
    Instant now = clock.instant();
    credentials.values().removeIf(until -> !holds(until, now));
    subjects.values().removeIf(cutoff -> !holds(cutoff.until(), now));
    clients.values().removeIf(cutoff -> !holds(cutoff.until(), now));
    if (size() >= maxEntries) {
      throw new IllegalStateException(
          "All "
              + maxEntries
              + " revocations are taken, so nothing was revoked. Fix: allow more entries, or"
              + " withdraw the issuer's key.");
    }
  }

  private int size() {
    return credentials.size() + subjects.size() + clients.size();
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
