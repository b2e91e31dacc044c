package dev.gatewright.runtime.challenge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a refused client is told to do. Immutable.
 *
 * @param members members of the object {@code challenge} in the problem document, in order: each a
 *     {@code String}, {@code Integer} or {@code Long}; the first is {@code type}
 */
public record Challenge(Map<String, Object> members) {

  /**
   * Copies what it is given.
   *
   * @throws IllegalArgumentException if a member is of another type
   */
  public Challenge {
    members.forEach(
        (name, value) -> {
          if (!(value instanceof String || value instanceof Integer || value instanceof Long)) {
            throw new IllegalArgumentException(
                "The member '%s' of a challenge is neither text nor a whole number. Fix: make it one."
                    .formatted(name));
          }
        });
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }
}
