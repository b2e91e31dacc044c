package dev.gatewright.authentication.apikey;

import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * API keys in the memory of this process, which forgets them when it ends: for tests and
 * demonstrations. Thread-safe; a look-up takes no lock. Their number is bounded, and one too many
 * is refused.
 */
public final class InProcessApiKeys implements ApiKeyStore {
  private final int maxKeys;
  private final Map<String, ApiKey> byId = new ConcurrentHashMap<>();

  /**
   * No keys yet.
   *
   * @param maxKeys most keys that are held at once, 1 or more
   * @throws InvalidOptionException if that is less
   */
  public InProcessApiKeys(int maxKeys) {
    Option.require(maxKeys >= 1, "maxKeys", "is less than 1", "use 1000");
    this.maxKeys = maxKeys;
  }

  @Override
  public Optional<ApiKey> findById(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if its id is taken, or there is no room
   */
  @Override
  public synchronized void insert(ApiKey key) {
    if (byId.size() >= maxKeys) {
      throw new IllegalStateException(
          "All " + maxKeys + " API keys are taken. Fix: allow more, or use a database.");
    }
    if (byId.putIfAbsent(key.id(), key) != null) {
      throw new IllegalStateException(
          "There is an API key with the id '" + key.id() + "'. Fix: mint another.");
    }
  }

  @Override
  public List<ApiKey> findByOwner(String owner) {
    return byId.values().stream()
        .filter(key -> key.owner().equals(owner))
        .sorted(
            Comparator.comparing(
                    ApiKey::createdAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(ApiKey::id))
        .toList();
  }

  @Override
  public boolean endBy(String id, Instant instant) {
    ApiKey changed =
        change(
            id,
            key -> {
              Instant end = key.expiresAt();
              return key.revokedAt() != null || (end != null && end.isBefore(instant))
                  ? key
                  : key.withExpiresAt(instant);
            });
    return changed != null && changed.revokedAt() == null;
  }

  @Override
  public boolean revoke(String id, Instant now) {
    return change(id, key -> key.revokedAt() != null ? key : key.withRevokedAt(now)) != null;
  }

  @Override
  public void recordUse(String id, Instant instant) {
    change(
        id,
        key -> {
          Instant last = key.lastUsedAt();
          return last != null && last.isAfter(instant) ? key : key.withLastUsedAt(instant);
        });
  }

  @Override
  public boolean replaceHash(String id, String oldHash, String newHash) {
    ApiKey changed = change(id, key -> key.hash().equals(oldHash) ? key.withHash(newHash) : key);
    return changed != null && changed.hash().equals(newHash);
  }

  private @Nullable ApiKey change(String id, UnaryOperator<ApiKey> change) {
    return byId.computeIfPresent(id, (same, key) -> change.apply(key));
  }
}
