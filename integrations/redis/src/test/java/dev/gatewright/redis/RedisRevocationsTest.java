package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.Caller;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisRevocationsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.000000500Z");
  private static final Instant LATER = NOW.plusSeconds(600);
  private static final String ISSUER = "https://issuer.example";

  private RedisProcess redis;
  private RedisConnection connection;
  private RedisRevocations one;
  private RedisRevocations other;

  @BeforeAll
  void start() {
    redis = RedisProcess.start();
    connection = Connections.patient(redis);
    one = new RedisRevocations(connection, () -> NOW);
    other = new RedisRevocations(connection, () -> NOW);
  }

  @BeforeEach
  void forgetAll() {
    redis.run(commands -> commands.flushall());
  }

  @AfterAll
  void stop() {
    connection.close();
    redis.close();
  }

  @Test
  void whatOneInstanceRevokesNoOtherAccepts() {
    Caller caller = caller("alice").credentialId("jti-1").issuedAt(NOW).build();
    assertThat(other.isRevoked(caller)).isFalse();
    one.revoke(ISSUER, "jti-1", LATER);
    assertThat(other.isRevoked(caller)).isTrue();
    assertThat(other.isRevoked(caller("alice").credentialId("jti-2").build())).isFalse();
    assertThat(
            other.isRevoked(
                Caller.of(Scheme.BEARER, "https://other.example", "alice")
                    .credentialId("jti-1")
                    .build()))
        .isFalse();
  }

  @Test
  void aSubjectsCredentialsFromBeforeAreRevokedAndLaterOnesAreNot() {
    one.revokeSubject(ISSUER, "alice", NOW, LATER);
    assertThat(other.isRevoked(caller("alice").issuedAt(NOW.minusNanos(1_000)).build())).isTrue();
    assertThat(other.isRevoked(caller("alice").issuedAt(NOW.plusNanos(1_000)).build())).isFalse();
    assertThat(other.isRevoked(caller("alice").build())).as("does not say when").isTrue();
    assertThat(other.isRevoked(caller("bob").build())).isFalse();
  }

  @Test
  void aClientsCredentialsFromBeforeAreRevokedWhoeverTheyAreFor() {
    one.revokeClient(ISSUER, "app", NOW, LATER);
    assertThat(other.isRevoked(caller("bob").clientId("app").issuedAt(NOW.minusSeconds(1)).build()))
        .isTrue();
    assertThat(other.isRevoked(caller("bob").clientId("api").issuedAt(NOW.minusSeconds(1)).build()))
        .isFalse();
    assertThat(other.isRevoked(caller("app").issuedAt(NOW.minusSeconds(1)).build()))
        .as("a subject that is called as the client is")
        .isFalse();
  }

  @Test
  void anEarlierCutOffDoesNotUndoALaterOne() {
    one.revokeSubject(ISSUER, "alice", NOW, LATER);
    one.revokeSubject(ISSUER, "alice", NOW.minusSeconds(60), NOW.plusSeconds(1));
    assertThat(other.isRevoked(caller("alice").issuedAt(NOW.minusSeconds(1)).build())).isTrue();
    assertThat(millisOfAnyKey()).isGreaterThan(Duration.ofMinutes(10).toMillis());
  }

  @Test
  void aLaterCutOffReplacesAnEarlierOneAndIsKeptAsLongAsTheLongerOfBoth() {
    one.revokeSubject(ISSUER, "alice", NOW.minusSeconds(60), LATER);
    one.revokeSubject(ISSUER, "alice", NOW, NOW.plusSeconds(1));
    assertThat(other.isRevoked(caller("alice").issuedAt(NOW.minusSeconds(1)).build())).isTrue();
    assertThat(other.isRevoked(caller("alice").issuedAt(NOW.plusSeconds(1)).build())).isFalse();
    assertThat(millisOfAnyKey()).isBetween(715_000L, 720_000L);
  }

  @Test
  void aCutOffForEverStaysForEverWhenItIsMoved() {
    one.revokeSubject(ISSUER, "alice", NOW.minusSeconds(60), Instant.MAX);
    assertThat(millisOfAnyKey()).isEqualTo(-1);
    one.revokeSubject(ISSUER, "alice", NOW, LATER);
    assertThat(millisOfAnyKey()).isEqualTo(-1);
    assertThat(other.isRevoked(caller("alice").issuedAt(NOW.minusSeconds(1)).build())).isTrue();
  }

  @Test
  void anEntryEndsAFewMinutesAfterTheCredential() {
    one.revoke(ISSUER, "jti-1", LATER);
    assertThat(millisOfAnyKey()).isBetween(715_000L, 720_000L);
    one.revoke(ISSUER, "jti-1", Instant.MAX);
    assertThat(millisOfAnyKey()).as("for ever").isEqualTo(-1);
    one.revoke(ISSUER, "jti-1", LATER);
    assertThat(millisOfAnyKey()).as("still for ever").isEqualTo(-1);
  }

  @Test
  void whatEndedLongAgoIsNotKept() {
    one.revoke(ISSUER, "jti-1", NOW.minusSeconds(121));
    assertThat(redis.<Long>run(commands -> commands.dbsize())).isZero();
  }

  @Test
  void keysInRedisRevealNeitherIssuerNorNames() {
    one.revoke(ISSUER, "jti-1", LATER);
    one.revokeSubject(ISSUER, "alice", NOW, LATER);
    one.revokeClient(ISSUER, "app", NOW, LATER);
    assertThat(redis.keys())
        .hasSize(3)
        .allMatch(key -> key.matches("gatewright:revoked:[A-Za-z0-9_-]{22}"));
  }

  @Test
  void withoutRedisNobodyIsTakenForNotRevoked() {
    try (RedisProcess doomed = RedisProcess.start();
        RedisConnection lost = Connections.patient(doomed)) {
      RedisRevocations revocations = new RedisRevocations(lost, () -> NOW);
      assertThat(revocations.isRevoked(caller("alice").build())).isFalse();
      doomed.kill();
      assertThatThrownBy(() -> revocations.isRevoked(caller("alice").build()))
          .isInstanceOf(RedisUnavailableException.class);
      assertThatThrownBy(() -> revocations.revoke(ISSUER, "jti-1", LATER))
          .isInstanceOf(RedisUnavailableException.class);
    }
  }

  private long millisOfAnyKey() {
    return redis.run(commands -> commands.pttl(commands.keys("*").get(0)));
  }

  private static Caller.Builder caller(String subject) {
    return Caller.of(Scheme.BEARER, ISSUER, subject);
  }
}
