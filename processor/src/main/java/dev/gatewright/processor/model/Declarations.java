package dev.gatewright.processor.model;

import java.util.List;
import java.util.Optional;

/** Every annotation that bears upon one endpoint, nearest first within each list. */
public record Declarations(
    List<SecuredSpec> secured,
    List<PublicSpec> open,
    List<LimitSpec> limits,
    List<InputSpec> inputs) {

  /** Each {@code @Secured} but those of a type whose {@code @Public} method replaces it. */
  public List<SecuredSpec> lastingSecured() {
    if (open.isEmpty()) {
      return secured;
    }
    return secured.stream()
        .filter(demand -> open.stream().noneMatch(opening -> replaces(opening, demand)))
        .toList();
  }

  /** The {@code @ValidatedInput} that holds, as a whole. */
  public Optional<InputSpec> nearestInput() {
    return inputs.stream().findFirst();
  }

  /** Whether anybody may call: it was said, and nothing that was demanded lasts. */
  public boolean isOpen() {
    return !open.isEmpty() && lastingSecured().isEmpty();
  }

  private static boolean replaces(PublicSpec opening, SecuredSpec demand) {
    return opening.origin().isOnMethod()
        && !demand.origin().isOnMethod()
        && opening.origin().type().equals(demand.origin().type());
  }
}
