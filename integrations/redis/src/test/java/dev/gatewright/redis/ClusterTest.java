package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.LimitKey;
import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.policy.LimitPolicy;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A real cluster of three nodes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterTest {
  private static final List<String> USER_COMMANDS =
      Stream.concat(RedisUserTest.COMMANDS.stream(), Stream.of("cluster|nodes", "cluster|myid"))
          .toList();

  private final List<RedisProcess> nodes = new ArrayList<>();
  private RedisConnection connection;

  @BeforeAll
  void start() {
    for (int i = 0; i < 3; i++) {
      List<String> settings =
          new ArrayList<>(
              List.of("--cluster-enabled", "yes", "--cluster-require-full-coverage", "no"));
      settings.addAll(List.of(RedisUserTest.user(USER_COMMANDS)));
      nodes.add(RedisProcess.start(settings.toArray(String[]::new)));
    }
    for (int i = 0; i < 3; i++) {
      int first = i * SlotHash.SLOT_COUNT / 3;
      int end = (i + 1) * SlotHash.SLOT_COUNT / 3;
      int[] slots = IntStream.range(first, end).toArray();
      nodes.get(i).run(redis -> redis.clusterAddSlots(slots));
      int port = nodes.get(i).port();
      nodes.get(0).run(redis -> redis.clusterMeet("127.0.0.1", port));
    }
    for (RedisProcess node : nodes) {
      while (!knowsAll(node)) {
        RedisProcess.pause(50);
      }
    }
    connection =
        RedisConnection.toCluster(nodes.stream().map(RedisProcess::uri).toList())
            .fingerprintSecret(Connections.SECRET)
            .commandDeadline(Duration.ofSeconds(5))
            .connect();
  }

  @AfterAll
  void stop() {
    connection.close();
    nodes.forEach(RedisProcess::close);
  }

  @Test
  void limitsThatCountByDifferentKeysAreDecidedInOneSlot() {
    RedisRateLimiter limiter = RedisRateLimiter.on(connection).build();
    LimitPolicy perCaller = limit("caller", 2, LimitKey.CALLER);
    LimitPolicy global = limit("everybody", 3, LimitKey.GLOBAL);
    LimitGroup one = limiter.group(List.of(perCaller, global));
    LimitGroup other = limiter.group(List.of(limit("other", 9, LimitKey.SUBJECT), global));
    assertThat(call(one, "alice", "").acquire()).isTrue();
    assertThat(call(one, "alice", "").acquire()).isTrue();
    assertThat(call(one, "alice", "").acquire()).isFalse();
    assertThat(call(other, "bob", "").acquire()).isTrue();
    assertThat(call(other, "carol", "").acquire()).as("everybody together: 3").isFalse();
    assertThat(nodesWith("gatewright:{limits}:*everybody*")).isEqualTo(1);
  }

  @Test
  void countersThatAreSpreadByKeyAreOnAllNodes() {
    RedisRateLimiter limiter = RedisRateLimiter.on(connection).slots(ClusterSlots.BY_KEY).build();
    LimitGroup group =
        limiter.group(
            List.of(limit("spread-a", 1, LimitKey.CALLER), limit("spread-b", 2, LimitKey.CALLER)));
    for (int i = 0; i < 30; i++) {
      assertThat(call(group, "caller " + i, "caller " + i).acquire()).isTrue();
      assertThat(call(group, "caller " + i, "caller " + i).acquire()).isFalse();
    }
    assertThat(nodesWith("*spread-a")).isEqualTo(3);
  }

  @Test
  void limitsOfDifferentSlotsAreRefusedAtStart() {
    RedisRateLimiter limiter = RedisRateLimiter.on(connection).slots(ClusterSlots.BY_KEY).build();
    assertThatThrownBy(
            () ->
                limiter.group(
                    List.of(limit("a", 1, LimitKey.CALLER), limit("b", 1, LimitKey.GLOBAL))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in another slot of the cluster. Fix:");
  }

  @Test
  void aNodeThatHasForgottenTheScriptsIsGivenThemAgain() {
    nodes.forEach(node -> node.run(redis -> redis.scriptFlush()));
    RedisRateLimiter limiter = RedisRateLimiter.on(connection).slots(ClusterSlots.BY_KEY).build();
    LimitGroup group = limiter.group(List.of(limit("forgotten", 1, LimitKey.CALLER)));
    for (int i = 0; i < 10; i++) {
      assertThat(call(group, "caller " + i).acquire()).isTrue();
    }
  }

  @Test
  void revocationsAreAskedOfAllTheirNodesAtOnce() {
    RedisRevocations revocations = new RedisRevocations(connection);
    Instant now = Instant.now();
    for (int i = 0; i < 10; i++) {
      Caller caller =
          Caller.of(Scheme.BEARER, "https://issuer.example", "subject " + i)
              .clientId("client " + i)
              .credentialId("jti " + i)
              .issuedAt(now.minusSeconds(1))
              .build();
      assertThat(revocations.isRevoked(caller)).isFalse();
      switch (i % 3) {
        case 0 -> revocations.revoke(caller.issuer(), "jti " + i, now.plusSeconds(60));
        case 1 ->
            revocations.revokeSubject(caller.issuer(), "subject " + i, now, now.plusSeconds(60));
        default ->
            revocations.revokeClient(caller.issuer(), "client " + i, now, now.plusSeconds(60));
      }
      assertThat(revocations.isRevoked(caller)).isTrue();
    }
  }

  @Test
  void usesAreKnownToTheWholeCluster() {
    RedisReplayStore store = new RedisReplayStore(connection);
    for (int i = 0; i < 10; i++) {
      assertThat(store.firstUse("use " + i, Instant.now().plusSeconds(60))).isTrue();
      assertThat(store.firstUse("use " + i, Instant.now().plusSeconds(60))).isFalse();
      assertThat(store.firstUse("a", "held " + i, Instant.now().plusSeconds(60))).isTrue();
      assertThat(store.firstUse("b", "held " + i, Instant.now().plusSeconds(60))).isFalse();
    }
    assertThat(nodesWith("gatewright:used:*")).isEqualTo(3);
    assertThat(nodesWith("gatewright:used-by:*")).isEqualTo(3);
  }

  @Test
  void theDocumentedUserIsRefusedNothing() {
    try (RedisConnection asUser =
        RedisUserTest.connect(
            RedisConnection.toCluster(nodes.stream().map(RedisProcess::uri).toList()))) {
      RedisUserTest.useAll(asUser);
    }
    assertThat(nodes).allSatisfy(node -> assertThat(RedisUserTest.refusals(node)).isEmpty());
  }

  private long nodesWith(String pattern) {
    return nodes.stream().filter(node -> !node.run(redis -> redis.keys(pattern)).isEmpty()).count();
  }

  private static boolean knowsAll(RedisProcess node) {
    String info = node.run(redis -> redis.clusterInfo());
    return info.contains("cluster_slots_assigned:16384") && info.contains("cluster_state:ok");
  }

  private static LimitCharge call(LimitGroup group, String... keys) {
    LimitCharge charge = group.newCharge();
    for (int i = 0; i < keys.length; i++) {
      charge.key(i, keys[i]);
    }
    return charge;
  }

  private static LimitPolicy limit(String name, long permits, LimitKey key) {
    return LimitPolicy.named(name).permits(permits, Duration.ofDays(366)).key(key).build();
  }
}
