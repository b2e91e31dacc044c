package dev.gatewright.openrewrite;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatewright.openrewrite.Requirement.Inexpressible;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Option;
import org.openrewrite.java.tree.J;

/**
 * Turns {@code @PreAuthorize} of Spring Security into {@code @Secured} and {@code @Public} where
 * its expression asks for roles and scopes only. Others, {@code @PostAuthorize}, {@code @PreFilter}
 * and {@code @PostFilter} stay, under a remark.
 */
public final class PreAuthorizeToSecured extends AccessRecipe {
  private static final String PACKAGE = "org.springframework.security.access.prepost.";
  private static final String OBJECTS =
      "it asks about objects: write an object policy (docs/object-policies.md)";

  @Option(
      displayName = "Other authorities",
      description =
          "What authorities mean that begin neither with `ROLE_` nor with `SCOPE_`: `left`, the"
              + " default, leaves what asks for one as it is; `roles` and `scopes` take them as"
              + " such.",
      valid = {"left", "roles", "scopes"},
      required = false,
      example = "scopes")
  private final @Nullable String otherAuthorities;

  /** Leaves what asks for other authorities than roles and scopes as it is. */
  public PreAuthorizeToSecured() {
    this(null);
  }

  /**
   * Says what other authorities mean.
   *
   * @param otherAuthorities {@code left}, {@code roles} or {@code scopes}; null means {@code left}
   */
  @JsonCreator
  public PreAuthorizeToSecured(
      @JsonProperty("otherAuthorities") @Nullable String otherAuthorities) {
    this.otherAuthorities = otherAuthorities;
  }

  /** Returns what other authorities mean, null if nothing was said. */
  public @Nullable String getOtherAuthorities() {
    return otherAuthorities;
  }

  @Override
  public String getDisplayName() {
    return "Turn `@PreAuthorize` into `@Secured` and `@Public` of Gatewright";
  }

  @Override
  public String getDescription() {
    return "Expressions of roles and scopes become annotations that mean exactly the same; all"
        + " others stay, under a comment that says why and what to do.";
  }

  @Override
  AccessSystem system() {
    return new PrePost(new Authorities(OtherAuthorities.of(otherAuthorities)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PreAuthorizeToSecured recipe
        && Objects.equals(otherAuthorities, recipe.otherAuthorities);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(otherAuthorities);
  }

  private record PrePost(Authorities authorities) implements AccessSystem {
    @Override
    public Set<String> annotations() {
      return Set.of(PACKAGE + "PreAuthorize");
    }

    @Override
    public Map<String, String> companions() {
      return Map.of(
          PACKAGE + "PostAuthorize", OBJECTS,
          PACKAGE + "PreFilter", OBJECTS,
          PACKAGE + "PostFilter", OBJECTS);
    }

    @Override
    public Set<String> modifiers() {
      return Set.of("org.springframework.security.authorization.method.HandleAuthorizationDenied");
    }

    @Override
    public Requirement read(J.Annotation annotation, CodeBase code) {
      Optional<List<String>> values = code.values(annotation);
      return values.isPresent() && values.get().size() == 1
          ? AuthorizationExpression.parse(values.get().get(0), authorities)
          : new Inexpressible("its expression is no text of literals and constants of the sources");
    }
  }
}
