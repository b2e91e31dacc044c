package dev.gatewright.authentication.jwt;

import dev.gatewright.runtime.option.InvalidOptionException;
import java.security.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All keys of one issuer at one time. Immutable and thread-safe. */
public final class VerificationKeys {
  private final Map<String, List<VerificationKey>> byKeyId = new HashMap<>();
  private final List<VerificationKey> all;
  private final Set<VerificationKey> set;

  private VerificationKeys(List<VerificationKey> keys) {
    all = List.copyOf(keys);
    set = Set.copyOf(keys);
    for (VerificationKey key : all) {
      String keyId = key.keyId();
      if (keyId != null) {
        List<VerificationKey> same = byKeyId.computeIfAbsent(keyId, id -> new ArrayList<>(1));
        requireOneKey(keyId, key.key(), same);
        same.add(key);
      }
    }
  }

  /**
   * These keys, which may be none. One key may be there for several algorithms.
   *
   * @throws InvalidOptionException if two different keys share an id
   */
  public static VerificationKeys of(List<VerificationKey> keys) {
    return new VerificationKeys(keys);
  }

  static VerificationKeys atLeastOne(List<VerificationKey> keys) {
    if (keys.isEmpty()) {
      throw new InvalidOptionException(
          "keys", "is missing", "give at least one key that tokens are verified with");
    }
    return of(keys);
  }

  private static void requireOneKey(String keyId, Key key, List<VerificationKey> same) {
    for (VerificationKey other : same) {
      if (!other.key().equals(key)) {
        throw new InvalidOptionException(
            "keys",
            "has two keys with the id '" + keyId + "'",
            "give every key its own id, so that a token chooses exactly one");
      }
    }
  }

  /** Whether the key is one of these: same id, same algorithm, same key. */
  public boolean contains(VerificationKey key) {
    return set.contains(key);
  }

  /** All of them, in the order they were given. */
  public List<VerificationKey> all() {
    return all;
  }

  /** Whether these are the same keys, in whatever order. */
  boolean hasSameKeysAs(VerificationKeys other) {
    return this == other || set.equals(other.set);
  }

  /**
   * The keys that a token may have been signed with: all with its {@code kid}, or all where it has
   * none.
   */
  List<VerificationKey> candidates(@Nullable String keyId) {
    return keyId == null ? all : byKeyId.getOrDefault(keyId, List.of());
  }

  /** Ids and algorithms, nothing of the keys. */
  @Override
  public String toString() {
    return all.toString();
  }
}
