package dev.gatewright.openrewrite;

import dev.gatewright.openrewrite.Requirement.Authenticated;
import dev.gatewright.openrewrite.Requirement.Everybody;
import dev.gatewright.openrewrite.Requirement.Inexpressible;
import dev.gatewright.openrewrite.Requirement.Nobody;
import dev.gatewright.openrewrite.Verdict.Left;
import dev.gatewright.openrewrite.Verdict.NewAnnotation;
import dev.gatewright.openrewrite.Verdict.Turned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is written for a requirement that stands alone. */
final class AccessVerdicts {
  private AccessVerdicts() {}

  /**
   * Writes a requirement.
   *
   * @param before simple name of the annotation that says so now
   * @param changedMeaning what changes the meaning of roles in the application
   */
  static Verdict of(Requirement requirement, String before, Optional<String> changedMeaning) {
    if (requirement instanceof Inexpressible inexpressible) {
      return new Left(inexpressible.reason());
    }
    if (requirement instanceof Nobody) {
      return new Left(
          "it lets nobody in, and Gatewright has no word for that: remove the mapping, or write an"
              + " object policy that permits nobody (docs/object-policies.md)");
    }
    if (requirement instanceof Everybody) {
      return turned(
          "@~Public(reason = \"Open to everybody by @"
              + before
              + " before the move to Gatewright\")");
    }
    Authenticated authenticated = (Authenticated) requirement;
    if (!authenticated.roles().isEmpty() && changedMeaning.isPresent()) {
      return new Left(
          "the application changes by "
              + changedMeaning.get()
              + " what roles mean: write the roles that are meant in @Secured");
    }
    List<String> attributes = new ArrayList<>();
    attribute("roles", authenticated.roles(), attributes);
    attribute("scopes", authenticated.scopes(), attributes);
    return turned(
        "@~Secured" + (attributes.isEmpty() ? "" : "(" + String.join(", ", attributes) + ")"));
  }

  private static Turned turned(String code) {
    return new Turned(NewAnnotation.of(code), null);
  }

  private static void attribute(String name, Set<String> values, List<String> attributes) {
    List<String> literals =
        new TreeSet<>(values).stream().map(value -> "\"" + value + "\"").toList();
    if (literals.size() == 1) {
      attributes.add(name + " = " + literals.get(0));
    } else if (!literals.isEmpty()) {
      attributes.add(name + " = {" + String.join(", ", literals) + "}");
    }
  }
}
