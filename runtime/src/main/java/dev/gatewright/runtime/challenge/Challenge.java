package dev.gatewright.runtime.challenge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a refused client is told. Immutable.
 *
 * @param members of the problem document's {@code challenge}: texts, integers and booleans, in the
 *     order to write them
 */
public record Challenge(Map<String, Object> members) {

  /** Copies what it is given. */
  public Challenge {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }
}
