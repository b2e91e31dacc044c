package dev.gatewright.openrewrite;

import dev.gatewright.openrewrite.Requirement.Everybody;
import dev.gatewright.openrewrite.Requirement.Inexpressible;
import dev.gatewright.openrewrite.Requirement.Nobody;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openrewrite.java.tree.J;

/**
 * Turns {@code @RolesAllowed} and {@code @PermitAll} of Jakarta Annotations, in their packages
 * {@code jakarta} and {@code javax}, into {@code @Secured} and {@code @Public}. {@code @DenyAll}
 * stays, under a remark.
 */
public final class RolesAllowedToSecured extends AccessRecipe {

  @Override
  public String getDisplayName() {
    return "Turn `@RolesAllowed` and `@PermitAll` into `@Secured` and `@Public` of Gatewright";
  }

  @Override
  public String getDescription() {
    return "What they say becomes annotations that mean exactly the same; `@DenyAll` and what is no"
        + " literal stay, under a comment that says why and what to do.";
  }

  @Override
  AccessSystem system() {
    return new JakartaAnnotations();
  }

  private record JakartaAnnotations() implements AccessSystem {
    private static final String JAKARTA = "jakarta.annotation.security.";
    private static final String JAVAX = "javax.annotation.security.";

    @Override
    public Set<String> annotations() {
      return Set.of(
          JAKARTA + "RolesAllowed",
          JAKARTA + "PermitAll",
          JAKARTA + "DenyAll",
          JAVAX + "RolesAllowed",
          JAVAX + "PermitAll",
          JAVAX + "DenyAll");
    }

    @Override
    public Requirement read(J.Annotation annotation, CodeBase code) {
      return switch (annotation.getSimpleName()) {
        case "PermitAll" -> new Everybody();
        case "DenyAll" -> new Nobody();
        default -> roles(code.values(annotation));
      };
    }

    private static Requirement roles(Optional<List<String>> values) {
      return values.isEmpty()
          ? new Inexpressible("its roles are no literals or constants of the sources")
          : values.get().stream()
              .map(Authorities::unprefixedRole)
              .reduce(new Nobody(), Requirement::or);
    }
  }
}
