package dev.gatewright.processor.model;

import java.util.List;

/**
 * An annotation by which Spring would validate, if it did not leave that to the guard.
 *
 * @param annotation as messages show it, {@code @Validated}
 * @param groups the groups it names
 * @param onParameter whether it is on a parameter, and so makes Spring look inside
 * @param cascaded of a parameter, whether it also bears {@code @Valid}
 */
public record SpringValidation(
    String annotation,
    List<TypeUse> groups,
    boolean onParameter,
    boolean cascaded,
    SourceSpot spot) {

  /** Copies what it is given. */
  public SpringValidation {
    groups = List.copyOf(groups);
  }
}
