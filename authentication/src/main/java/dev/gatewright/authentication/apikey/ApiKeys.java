package dev.gatewright.authentication.apikey;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where API keys are stored. Implementations are thread-safe. */
@FunctionalInterface
public interface ApiKeys {

  /**
   * The key with this id, whether it has ended or not.
   *
   * @throws RuntimeException if that cannot be told now; the request is then refused with 503
   */
  Optional<ApiKey> findById(String id);

  /**
   * Keys that never change.
   *
   * @throws IllegalArgumentException if two share an id
   */
  static ApiKeys of(Collection<ApiKey> keys) {
    Map<String, ApiKey> byId = new HashMap<>();
    for (ApiKey key : keys) {
      if (byId.putIfAbsent(key.id(), key) != null) {
        throw new IllegalArgumentException(
            "Two API keys have the id '" + key.id() + "'. Fix: remove one.");
      }
    }
    return id -> Optional.ofNullable(byId.get(id));
  }
}
