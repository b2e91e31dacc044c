package dev.gatewright.openrewrite;

import java.util.Set;
import java.util.TreeSet;

/** What an annotation demands of a caller, in the words of {@code @Secured} and {@code @Public}. */
sealed interface Requirement {

  /** Demands nothing of anybody. */
  record Everybody() implements Requirement {}

  /** Cannot be satisfied by any caller. */
  record Nobody() implements Requirement {}

  /**
   * Demands an authenticated caller.
   *
   * @param roles of which the caller needs one; empty means no role is needed
   * @param scopes of which the caller needs all
   */
  record Authenticated(Set<String> roles, Set<String> scopes) implements Requirement {
    public Authenticated {
      roles = Set.copyOf(roles);
      scopes = Set.copyOf(scopes);
    }

    static Authenticated role(String name) {
      return new Authenticated(Set.of(name), Set.of());
    }

    static Authenticated scope(String name) {
      return new Authenticated(Set.of(), Set.of(name));
    }

    /** Whether each caller that satisfies this satisfies the other, too. */
    boolean implies(Authenticated other) {
      return scopes.containsAll(other.scopes)
          && (other.roles.isEmpty() || (!roles.isEmpty() && other.roles.containsAll(roles)));
    }
  }

  /**
   * Demands what Gatewright's annotations do not say.
   *
   * @param reason what it is, and what to do
   */
  record Inexpressible(String reason) implements Requirement {}

  /** Demands an authenticated caller and nothing else. */
  static Authenticated anyCaller() {
    return new Authenticated(Set.of(), Set.of());
  }

  /** What demands both. */
  default Requirement and(Requirement other) {
    if (this instanceof Inexpressible || other instanceof Everybody || equals(other)) {
      return this;
    }
    if (other instanceof Inexpressible || this instanceof Everybody) {
      return other;
    }
    if (!(this instanceof Authenticated mine) || !(other instanceof Authenticated others)) {
      return new Nobody();
    }
    Set<String> scopes = union(mine.scopes(), others.scopes());
    if (mine.roles().isEmpty() || others.roles().isEmpty()) {
      return new Authenticated(union(mine.roles(), others.roles()), scopes);
    }
    if (others.roles().containsAll(mine.roles())) {
      return new Authenticated(mine.roles(), scopes);
    }
    if (mine.roles().containsAll(others.roles())) {
      return new Authenticated(others.roles(), scopes);
    }
    return new Inexpressible(
        "it asks for several roles together, and @Secured(roles) for one of them: write one on the"
            + " class and one on the method, or an object policy (docs/object-policies.md)");
  }

  /** What demands one of both. */
  default Requirement or(Requirement other) {
    if (this instanceof Inexpressible || other instanceof Nobody || equals(other)) {
      return this;
    }
    if (other instanceof Inexpressible || this instanceof Nobody) {
      return other;
    }
    if (!(this instanceof Authenticated mine) || !(other instanceof Authenticated others)) {
      return new Everybody();
    }
    if (mine.implies(others)) {
      return others;
    }
    if (others.implies(mine)) {
      return mine;
    }
    if (mine.scopes().equals(others.scopes())) {
      return new Authenticated(union(mine.roles(), others.roles()), mine.scopes());
    }
    return new Inexpressible(
        "it lets a scope be enough where something else would be, too, and @Secured(scopes) asks"
            + " for all: decide which scope is needed, or write an object policy"
            + " (docs/object-policies.md)");
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }
}
