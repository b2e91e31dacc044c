package dev.gatewright.authentication.claim;

import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The claims that an application lets its policies read of a caller. Immutable.
 *
 * @param names names or paths, as {@link RolesClaims} has them
 */
record ChosenClaims(List<String> names) {
  private static final int MAX_CLAIMS = 16;

  /**
   * Copies the names.
   *
   * @throws InvalidOptionException if there are too many, or one is no name of a claim
   */
  ChosenClaims {
    Option.require(
        names.size() <= MAX_CLAIMS,
        "claims",
        "are more than " + MAX_CLAIMS,
        "choose those that policies read");
    for (String name : names) {
      RolesClaims.checkedPath("claims", name);
    }
    names = List.copyOf(names);
  }

  /** What the claims say, by the names that they were chosen by; those that are there. */
  Map<String, Set<String>> read(Claims claims) throws InvalidCredentialException {
    if (names.isEmpty()) {
      return Map.of();
    }
    Map<String, Set<String>> read = new LinkedHashMap<>();
    for (String name : names) {
      Set<String> said = RolesClaims.read(claims, name, Claims::scalars);
      if (!said.isEmpty()) {
        read.put(name, said);
      }
    }
    return read;
  }
}
