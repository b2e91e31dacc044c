package dev.gatewright.openrewrite;

import java.util.Map;
import java.util.Set;
import org.openrewrite.java.tree.J;

/**
 * A system of annotations that say who may call a method. One on a method takes the place of one on
 * its class; annotations of different systems hold together.
 */
interface AccessSystem {

  /** The annotations of all systems that say who may call, and Gatewright's. */
  Set<String> OF_ALL_SYSTEMS =
      Set.of(
          "dev.gatewright.Secured",
          "dev.gatewright.Public",
          "org.springframework.security.access.prepost.PreAuthorize",
          "org.springframework.security.access.prepost.PostAuthorize",
          "org.springframework.security.access.prepost.PreFilter",
          "org.springframework.security.access.prepost.PostFilter",
          "org.springframework.security.access.annotation.Secured",
          "jakarta.annotation.security.RolesAllowed",
          "jakarta.annotation.security.PermitAll",
          "jakarta.annotation.security.DenyAll",
          "javax.annotation.security.RolesAllowed",
          "javax.annotation.security.PermitAll",
          "javax.annotation.security.DenyAll");

  /** The types of its annotations, of which an element bears at most one. */
  Set<String> annotations();

  /** Annotations beside them that are never turned, each with the reason. */
  default Map<String, String> companions() {
    return Map.of();
  }

  /** Annotations that change what those of this system mean on the same element. */
  default Set<String> modifiers() {
    return Set.of();
  }

  /** What one of its annotations demands. */
  Requirement read(J.Annotation annotation, CodeBase code);
}
