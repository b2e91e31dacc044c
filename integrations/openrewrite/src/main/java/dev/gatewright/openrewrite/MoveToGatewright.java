package dev.gatewright.openrewrite;

import java.util.List;
import org.openrewrite.Recipe;

/** Runs all recipes of this package, so that annotations of every system are turned in one run. */
public final class MoveToGatewright extends Recipe {

  @Override
  public String getDisplayName() {
    return "Move to Gatewright";
  }

  @Override
  public String getDescription() {
    return "Turns the annotations of Spring Security, Jakarta Annotations, Spring's validation and"
        + " resilience4j into Gatewright's where they mean exactly the same, and leaves a"
        + " comment above all others.";
  }

  @Override
  public List<Recipe> getRecipeList() {
    return List.of(
        new SpringSecuredToSecured(),
        new PreAuthorizeToSecured(),
        new RolesAllowedToSecured(),
        new ValidatedToValidatedInput(),
        new RateLimiterToRateLimited());
  }
}
