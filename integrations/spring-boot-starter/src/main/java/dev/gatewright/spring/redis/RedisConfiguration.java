package dev.gatewright.spring.redis;

import dev.gatewright.authentication.RevocationStore;
import dev.gatewright.authentication.replay.ReplayStore;
import dev.gatewright.redis.RedisConnection;
import dev.gatewright.redis.RedisLimitChanges;
import dev.gatewright.redis.RedisRateLimiter;
import dev.gatewright.redis.RedisReplayStore;
import dev.gatewright.redis.RedisRevocations;
import dev.gatewright.runtime.caller.Revocations;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.limit.SharedLimitChanges;
import dev.gatewright.secret.SecretValue;
import dev.gatewright.secret.Secrets;
import dev.gatewright.spring.GatewrightAutoConfiguration;
import dev.gatewright.spring.limit.LimitsProperties;
import dev.gatewright.spring.startup.ConditionalOnAnyProperty;
import dev.gatewright.spring.startup.Property;
import dev.gatewright.spring.startup.StartUpException;
import io.lettuce.core.RedisURI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Counts, changes of limits, revocations and used proofs in Redis, where one is configured. */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration(before = GatewrightAutoConfiguration.class)
@ConditionalOnClass(RedisConnection.class)
@ConditionalOnAnyProperty("gatewright.redis")
@EnableConfigurationProperties(RedisProperties.class)
class RedisConfiguration {
  private static final String REDIS = "gatewright.redis.";

  private final RedisProperties properties;

  RedisConfiguration(RedisProperties properties) {
    this.properties = properties;
  }

  @Bean
  @ConditionalOnMissingBean
  RedisConnection gatewrightRedisConnection(ObjectProvider<Secrets> secrets) {
    return Property.options(
        option -> REDIS + Property.dashed(option),
        () -> {
          RedisConnection.Builder connection =
              servers()
                  .keyPrefix(properties.keyPrefix())
                  .commandDeadline(properties.commandDeadline());
          if (properties.username() != null) {
            connection.username(properties.username());
          }
          password(connection, secrets);
          connection.fingerprintSecret(fingerprintSecret(secrets));
          return connection.connect();
        });
  }

  @Bean
  @ConditionalOnMissingBean(RateLimiter.class)
  RedisRateLimiter gatewrightRedisRateLimiter(RedisConnection connection, LimitsProperties limits) {
    return Property.options(
        option -> REDIS + Property.dashed(option),
        () ->
            RedisRateLimiter.on(connection)
                .slots(properties.clusterSlots())
                .leased(limit -> properties.leased().stream().anyMatch(limit::isCalled))
                .instances(properties.instances())
                .inProcess(limits.inProcess())
                .build());
  }

  @Bean
  @ConditionalOnMissingBean(SharedLimitChanges.class)
  RedisLimitChanges gatewrightRedisLimitChanges(RedisConnection connection) {
    return new RedisLimitChanges(connection);
  }

  private RedisConnection.Builder servers() {
    Property.required(
        REDIS + "uris",
        properties.uris().isEmpty() ? null : properties.uris(),
        "set it to where Redis is, as redis://redis.internal:6379.");
    List<RedisURI> uris =
        Property.build(
            REDIS + "uris", () -> properties.uris().stream().map(RedisURI::create).toList());
    if (properties.cluster()) {
      return RedisConnection.toCluster(uris);
    }
    if (uris.size() > 1) {
      throw new StartUpException(
          "the property '" + REDIS + "uris' names several servers, which are no cluster",
          "set '" + REDIS + "cluster' to true, or name one server, or Sentinels in one URI.");
    }
    return RedisConnection.to(uris.get(0));
  }

  private void password(RedisConnection.Builder connection, ObjectProvider<Secrets> secrets) {
    String password = properties.password();
    String name =
        Property.secretName(REDIS + "password", password, properties.passwordName(), null);
    if (name != null) {
      connection.password(
          Property.build(
              REDIS + "password-name",
              () -> secrets.getObject().rotating(name, versions -> versions.current())));
    } else if (password != null) {
      connection.password(SecretValue.of("password", password));
    }
  }

  private SecretValue fingerprintSecret(ObjectProvider<Secrets> secrets) {
    String secret = properties.fingerprintSecret();
    String name =
        Property.secretName(
            REDIS + "fingerprint-secret",
            secret,
            properties.fingerprintSecretName(),
            "set it to what 'openssl rand -base64 32' prints, the same for all instances.");
    if (name != null) {
      return Property.build(
          REDIS + "fingerprint-secret-name",
          () -> secrets.getObject().rotating(name, versions -> versions.current()).get());
    }
    return SecretValue.of("fingerprintSecret", Objects.requireNonNull(secret));
  }

  /** Revocations and used proofs, where the application authenticates. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(RevocationStore.class)
  static class OfAuthentication {

    @Bean
    @ConditionalOnMissingBean(Revocations.class)
    RedisRevocations gatewrightRedisRevocations(
        RedisConnection connection,
        @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock) {
      return new RedisRevocations(connection, clock);
    }

    @Bean
    @ConditionalOnMissingBean(ReplayStore.class)
    RedisReplayStore gatewrightRedisReplayStore(
        RedisConnection connection,
        @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock) {
      return new RedisReplayStore(connection, clock);
    }
  }
}
