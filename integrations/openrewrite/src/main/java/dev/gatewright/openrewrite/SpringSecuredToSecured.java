package dev.gatewright.openrewrite;

import dev.gatewright.openrewrite.Requirement.Inexpressible;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openrewrite.java.tree.J;

/**
 * Turns {@code org.springframework.security.access.annotation.Secured} into Gatewright's {@code
 * Secured}. Any of its authorities is enough, and they have their prefixes.
 */
public final class SpringSecuredToSecured extends AccessRecipe {
  private static final String SECURED = "org.springframework.security.access.annotation.Secured";

  @Override
  public String getDisplayName() {
    return "Turn `@Secured` of Spring Security into `@Secured` of Gatewright";
  }

  @Override
  public String getDescription() {
    return "Roles, and a single scope, become an annotation that means exactly the same; all others"
        + " stay, under a comment that says why and what to do.";
  }

  @Override
  AccessSystem system() {
    return new SpringSecured(new Authorities(OtherAuthorities.LEFT));
  }

  private record SpringSecured(Authorities authorities) implements AccessSystem {
    @Override
    public Set<String> annotations() {
      return Set.of(SECURED);
    }

    @Override
    public Requirement read(J.Annotation annotation, CodeBase code) {
      Optional<List<String>> values = code.values(annotation);
      if (values.isEmpty() || values.get().isEmpty()) {
        return new Inexpressible("its authorities are no literals or constants of the sources");
      }
      if (values.get().stream().anyMatch(value -> value.startsWith("IS_AUTHENTICATED_"))) {
        return new Inexpressible(
            "it asks how callers were authenticated: write @Secured, with maxAuthAge or acr where a"
                + " recent or stronger authentication is meant");
      }
      return values.get().stream()
          .map(authorities::authority)
          .reduce(Requirement::or)
          .orElseThrow();
    }
  }
}
