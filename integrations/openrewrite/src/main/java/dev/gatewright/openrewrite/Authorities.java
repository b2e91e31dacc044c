package dev.gatewright.openrewrite;

import dev.gatewright.openrewrite.Requirement.Authenticated;
import dev.gatewright.openrewrite.Requirement.Inexpressible;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the names of roles and of Spring Security's granted authorities. Immutable and thread-safe.
 */
final class Authorities {
  private static final String ROLE = "ROLE_";
  private static final String SCOPE = "SCOPE_";
  private static final String FACTOR = "FACTOR_";

  /** What is printable and means nothing to SpEL, templates of annotations or RFC 6749. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:/@+*-]{1,200}");

  private final OtherAuthorities others;

  Authorities(OtherAuthorities others) {
    this.others = others;
  }

  /** What {@code hasRole} demands, whose prefix may be written or not. */
  Requirement role(String name) {
    return named(name.startsWith(ROLE) ? name.substring(ROLE.length()) : name, Authenticated::role);
  }

  /** What {@code @RolesAllowed} demands, whose names have no prefix. */
  static Requirement unprefixedRole(String name) {
    if (name.startsWith(ROLE)) {
      return new Inexpressible(
          "the role "
              + quoted(name)
              + " has the prefix of authorities: remove it if none is meant");
    }
    if (name.equals("**")) {
      return new Inexpressible(
          "containers differ on '**': write @Secured without roles if it means every caller");
    }
    return named(name, Authenticated::role);
  }

  /** What {@code hasAuthority} demands. */
  Requirement authority(String name) {
    if (name.startsWith(ROLE)) {
      return named(name.substring(ROLE.length()), Authenticated::role);
    }
    if (name.startsWith(SCOPE)) {
      return named(name.substring(SCOPE.length()), Authenticated::scope);
    }
    if (name.startsWith(FACTOR)) {
      return new Inexpressible(
          "the authority " + quoted(name) + " is a factor: write @Secured(mfa), acr or maxAuthAge");
    }
    return switch (others) {
      case LEFT ->
          new Inexpressible(
              "the authority "
                  + quoted(name)
                  + " is neither a role nor a scope: write the one that callers are given instead");
      case ROLES -> named(name, Authenticated::role);
      case SCOPES -> named(name, Authenticated::scope);
    };
  }

  private static Requirement named(String name, Function<String, Requirement> meaning) {
    if (!NAME.matcher(name).matches()) {
      return new Inexpressible(
          quoted(name) + " is no plain name of a role or scope: write @Secured by hand");
    }
    if (name.equals("ANONYMOUS")) {
      return new Inexpressible(
          "it asks for anonymous callers, who are never asked about roles: write @Public if it is"
              + " for everybody");
    }
    return meaning.apply(name);
  }

  /** A name as a remark shows it: on one line, and not long. */
  private static String quoted(String name) {
    String printable = name.replaceAll("[^ -~]", "?");
    return "'" + (printable.length() > 60 ? printable.substring(0, 60) + "..." : printable) + "'";
  }
}
