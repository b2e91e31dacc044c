package dev.gatewright.authentication.claim;

import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a token has the caller's roles: claims by their names, or members of claims by a path as
 * {@code realm_access.roles}. Immutable.
 *
 * <p>A claim that has the whole text as its name wins over the path, so that names with dots, such
 * as {@code https://example.com/roles}, need no escape. On the way of a path the longest name that
 * is there wins, so that {@code resource_access.bank.example.roles} reaches the member {@code
 * bank.example}.
 *
 * @param names names or paths; the roles of all are added up
 */
record RolesClaims(List<String> names) {
  private static final int MAX_CLAIMS = 16;

  private static final Set<String> CLAIMS_WITH_A_MEANING =
      Set.of(
          "iss",
          "aud",
          "sub",
          "exp",
          "nbf",
          "iat",
          "jti",
          "auth_time",
          "acr",
          "amr",
          "cnf",
          "client_id",
          "azp",
          "scope",
          "scp");

  /**
   * Copies the names.
   *
   * @throws InvalidOptionException if there is none, or one is no name of a claim for roles
   */
  static RolesClaims of(Collection<String> names) {
    Option.require(
        !names.isEmpty() && names.size() <= MAX_CLAIMS,
        "rolesClaim",
        "is none, or more than " + MAX_CLAIMS + " claims",
        "use 'roles', or the name that the issuer uses");
    for (String name : names) {
      checked(name);
    }
    return new RolesClaims(List.copyOf(names));
  }

  /** Requires a name or path, of no claim that means something else. */
  static String checked(@Nullable String name) {
    String checked = checkedPath("rolesClaim", name);
    int dot = checked.indexOf('.');
    Option.require(
        !CLAIMS_WITH_A_MEANING.contains(dot < 0 ? checked : checked.substring(0, dot)),
        "rolesClaim",
        "is the name of a claim that means something else",
        "use 'roles', or the name that the issuer uses");
    return checked;
  }

  /** Requires a name or path. */
  static String checkedPath(String option, @Nullable String name) {
    String checked = Option.text(option, name);
    Option.require(
        !checked.startsWith(".") && !checked.endsWith(".") && !checked.contains(".."),
        option,
        "has a path with a step that has no name",
        "write the names of a path with one dot between them, as realm_access.roles");
    return checked;
  }

  /** The roles, none where no claim is there. */
  Set<String> read(Claims claims) throws InvalidCredentialException {
    if (names.size() == 1) {
      return read(claims, names.get(0), Claims::textOrTexts);
    }
    Set<String> roles = new LinkedHashSet<>();
    for (String name : names) {
      roles.addAll(read(claims, name, Claims::textOrTexts));
    }
    return roles;
  }

  /** Reads a member of claims. */
  interface Member {
    Set<String> read(Claims claims, String name) throws InvalidCredentialException;
  }

  /** What a claim says, or a member of one. */
  static Set<String> read(Claims claims, String path, Member member)
      throws InvalidCredentialException {
    if (claims.has(path)) {
      return member.read(claims, path);
    }
    for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      Claims inner = claims.object(path.substring(0, dot));
      if (inner != null) {
        return read(inner, path.substring(dot + 1), member);
      }
    }
    return Set.of();
  }
}
