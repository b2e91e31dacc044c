package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Scheme;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.secret.SecretValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The user that docs/rate-limiting.md describes may do all that is needed, and nothing more. */
class RedisUserTest {
  static final List<String> COMMANDS =
      List.of(
          "evalsha",
          "eval",
          "script|load",
          "time",
          "get",
          "mget",
          "set",
          "del",
          "pttl",
          "hmget",
          "hset",
          "hdel",
          "info",
          "client");

  private static final String USER = "gates";

  @Test
  void theDocumentedUserIsRefusedNothing() {
    try (RedisProcess redis = RedisProcess.start(user(COMMANDS));
        RedisConnection connection = connect(RedisConnection.to(redis.uri()))) {
      useAll(connection);
      redis.run(commands -> commands.scriptFlush());
      useAll(connection);
      assertThat(refusals(redis)).isEmpty();
    }
  }

  @ParameterizedTest
  @FieldSource("COMMANDS")
  void withoutAnyOfItsCommandsItIsRefusedSomething(String command) {
    List<String> others = new ArrayList<>(COMMANDS);
    others.remove(command);
    try (RedisProcess redis = RedisProcess.start(user(others))) {
      try (RedisConnection connection = connect(RedisConnection.to(redis.uri()))) {
        redis.run(commands -> commands.scriptFlush());
        useAll(connection);
      } catch (InvalidOptionException | RedisUnavailableException e) {
        // As it should: what Redis refused is looked at.
      }
      assertThat(refusals(redis)).isNotEmpty();
    }
  }

  /** Settings of a server that has the user. */
  static String[] user(List<String> commands) {
    List<String> settings =
        new ArrayList<>(List.of("--user", USER, "on", ">secret", "~gatewright:*"));
    commands.forEach(command -> settings.add("+" + command));
    return settings.toArray(String[]::new);
  }

  /** A connection as the user. */
  static RedisConnection connect(RedisConnection.Builder builder) {
    return builder
        .username(USER)
        .password(SecretValue.of("redis", "secret"))
        .fingerprintSecret(Connections.SECRET)
        .commandDeadline(Duration.ofSeconds(5))
        .connectTimeout(Duration.ofSeconds(20))
        .connect();
  }

  /** Everything that is kept in Redis, written and read. */
  static void useAll(RedisConnection connection) {
    for (Strategy strategy : Strategy.values()) {
      takeAndGiveBack(connection, strategy, false);
      takeAndGiveBack(connection, strategy, true);
    }
    Instant soon = Instant.now().plusSeconds(60);
    RedisRevocations revocations = new RedisRevocations(connection);
    revocations.revoke("issuer", "credential", soon);
    revocations.revokeSubject("issuer", "bob", soon, soon);
    assertThat(revocations.isRevoked(Caller.of(Scheme.BEARER, "issuer", "alice").build()))
        .isFalse();
    RedisLimitChanges changes = new RedisLimitChanges(connection);
    changes.keep("limit", "text");
    assertThat(changes.find(Set.of("limit"))).containsEntry("limit", "text");
    changes.withdraw("limit");
    RedisReplayStore uses = new RedisReplayStore(connection);
    uses.firstUse("use", soon);
    uses.firstUse("holder", "another use", soon);
  }

  private static void takeAndGiveBack(
      RedisConnection connection, Strategy strategy, boolean leased) {
    LimitPolicy one = limit("one", strategy);
    LimitPolicy other = limit("other", strategy);
    try (RedisRateLimiter limiter = RedisRateLimiter.on(connection).leased(any -> leased).build()) {
      LimitCharge charge = limiter.group(List.of(one, other)).newCharge();
      charge.key(0, "alice");
      charge.key(1, "alice");
      assertThat(charge.acquire()).isTrue();
      charge.giveBack(0);
      charge.credit(1, 1);
    }
  }

  private static LimitPolicy limit(String name, Strategy strategy) {
    return LimitPolicy.named(strategy + "-" + name)
        .permits(1_000, Duration.ofMinutes(1))
        .strategy(strategy)
        .burst(strategy.isWindow() ? 0 : 1_000)
        .build();
  }

  /** What Redis has refused its users so far. */
  static List<Map<String, Object>> refusals(RedisProcess redis) {
    return redis.run(commands -> commands.aclLog());
  }
}
