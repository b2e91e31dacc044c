package dev.gatewright.redis;

import dev.gatewright.authentication.RevocationStore;
import dev.gatewright.runtime.caller.Caller;
import io.lettuce.core.KeyValue;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Revocations in Redis: what one instance revokes no instance accepts any more, from the next
 * request on. Asking takes one round trip; where Redis does not answer the request is refused with
 * 503. Thread-safe.
 *
 * <p>Names of credentials, subjects and clients are kept as fingerprints under the connection's
 * secret: with another secret nothing is revoked any more. Entries end two minutes, the most that
 * clocks may differ, after the credentials they are about.
 *
 * <p>Redis forgets when it restarts, unless it writes to disk: use {@code appendonly yes}, and
 * {@code noeviction}. A replica that becomes the master may lack what was revoked last.
 */
public final class RedisRevocations implements RevocationStore {
  private static final String REVOKED = "1";

  /** A script's numbers are exact up to here, in the year 2255. */
  private static final long LAST_MICROS = (1L << 53) - 1;

  private static final Instant LAST = Instant.EPOCH.plus(LAST_MICROS, ChronoUnit.MICROS);

  private enum Kind {
    CREDENTIAL('c'),
    SUBJECT('s'),
    CLIENT('o');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }
  }

  private final Commands commands;
  private final KeyFingerprint fingerprint;
  private final String keyPrefix;
  private final InstantSource clock;

  /** Revocations, by the system's clock. */
  public RedisRevocations(RedisConnection connection) {
    this(connection, InstantSource.system());
  }

  /** Revocations. */
  public RedisRevocations(RedisConnection connection, InstantSource clock) {
    this.commands = connection.commands();
    this.fingerprint = connection.fingerprint();
    this.keyPrefix = connection.keyPrefix() + ":revoked:";
    this.clock = Objects.requireNonNull(clock);
  }

  /**
   * {@inheritDoc}
   *
   * @throws RedisUnavailableException if Redis does not answer in time
   */
  @Override
  public boolean isRevoked(Caller caller) {
    String id = caller.credentialId();
    String clientId = caller.clientId();
    List<String> keys = new ArrayList<>(3);
    keys.add(key(Kind.SUBJECT, caller.issuer(), caller.subject()));
    if (clientId != null) {
      keys.add(key(Kind.CLIENT, caller.issuer(), clientId));
    }
    if (id != null) {
      keys.add(key(Kind.CREDENTIAL, caller.issuer(), id));
    }
    List<KeyValue<String, String>> values =
        commands.ask(redis -> redis.mget(keys.toArray(String[]::new)));
    for (int i = 0; i < values.size(); i++) {
      boolean ofCredential = id != null && i == values.size() - 1;
      String value = values.get(i).getValueOrElse("");
      if (!value.isEmpty() && (ofCredential || wasIssuedBefore(value, caller.issuedAt()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@inheritDoc}
   *
   * @throws RedisUnavailableException if Redis does not answer in time; the credential may then be
   *     revoked or not
   */
  @Override
  public void revoke(String issuer, String credentialId, Instant until) {
    String key = key(Kind.CREDENTIAL, issuer, credentialId);
    long millis = ClockSkew.millisUntil(until, clock);
    if (millis >= 0) {
      commands.run(Script.CUT_OFF, args -> args.add(1).addKey(key).add(REVOKED).add(millis));
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws RedisUnavailableException if Redis does not answer in time; the subject's credentials
   *     may then be revoked or not
   */
  @Override
  public void revokeSubject(String issuer, String subject, Instant issuedBefore, Instant until) {
    cutOff(key(Kind.SUBJECT, issuer, subject), issuedBefore, until);
  }

  /**
   * {@inheritDoc}
   *
   * @throws RedisUnavailableException if Redis does not answer in time; the client's credentials
   *     may then be revoked or not
   */
  @Override
  public void revokeClient(String issuer, String clientId, Instant issuedBefore, Instant until) {
    cutOff(key(Kind.CLIENT, issuer, clientId), issuedBefore, until);
  }

  private void cutOff(String key, Instant issuedBefore, Instant until) {
    long millis = ClockSkew.millisUntil(until, clock);
    if (millis >= 0) {
      long cutOff = microsRoundedUp(issuedBefore);
      commands.run(Script.CUT_OFF, args -> args.add(1).addKey(key).add(cutOff).add(millis));
    }
  }

  private static boolean wasIssuedBefore(String cutOff, @Nullable Instant issuedAt) {
    return issuedAt == null || micros(issuedAt) < Long.parseLong(cutOff);
  }

  /** Rather a microsecond too much is revoked. */
  private static long microsRoundedUp(Instant instant) {
    long micros = micros(instant);
    return instant.truncatedTo(ChronoUnit.MICROS).equals(instant) ? micros : micros + 1;
  }

  private static long micros(Instant instant) {
    if (instant.isAfter(LAST)) {
      return LAST_MICROS;
    }
    return instant.isBefore(Instant.EPOCH) ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private String key(Kind kind, String issuer, String name) {
    return keyPrefix + fingerprint.of(kind.letter, issuer, name);
  }
}
