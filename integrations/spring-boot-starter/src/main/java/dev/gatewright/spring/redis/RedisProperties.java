package dev.gatewright.spring.redis;

import dev.gatewright.redis.ClusterSlots;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Redis that counts for all instances of the application, and remembers what was revoked and
 * what was used. Immutable.
 *
 * @param uris where it is: {@code redis://}, {@code rediss://} for TLS, {@code redis-sentinel://};
 *     several are nodes of a cluster
 * @param cluster whether it is a cluster
 * @param clusterSlots which counters lie on one node of a cluster
 * @param username whom to authenticate as; absent for the default user
 * @param password the user's password; absent where none is needed
 * @param passwordName name of the secret that holds it and rotates, instead
 * @param fingerprintSecret what names and addresses are hashed under before they reach Redis: at
 *     least 16 bytes, the same for all instances
 * @param fingerprintSecretName name of the secret that holds it, instead
 * @param keyPrefix what all keys begin with
 * @param commandDeadline how long a request waits for an answer
 * @param leased limits of which permits are taken in small batches, by name
 * @param instances how many instances share the limits that this one decides while Redis cannot be
 *     asked
 */
@ConfigurationProperties("gatewright.redis")
public record RedisProperties(
    @DefaultValue List<String> uris,
    @DefaultValue("false") boolean cluster,
    @DefaultValue("one") ClusterSlots clusterSlots,
    @Nullable String username,
    @Nullable String password,
    @Nullable String passwordName,
    @Nullable String fingerprintSecret,
    @Nullable String fingerprintSecretName,
    @DefaultValue("gatewright") String keyPrefix,
    @DefaultValue("20ms") Duration commandDeadline,
    @DefaultValue List<String> leased,
    @DefaultValue("1") int instances) {

  /** Says nothing of secrets. */
  @Override
  public String toString() {
    return "RedisProperties[uris=" + uris.size() + "]";
  }
}
