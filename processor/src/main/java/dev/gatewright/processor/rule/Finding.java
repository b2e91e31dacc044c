package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.SourceSpot;

/**
 * A rule's verdict on one place in the sources.
 *
 * @param id the rule
 * @param severity what it does to the compilation
 * @param message complete, as the developer reads it: id, element, reason and fix
 * @param spot what the message points at
 */
public record Finding(RuleId id, Severity severity, String message, SourceSpot spot) {

  /** Fills the rule's text, whose placeholders say which arguments it takes. */
  public static Finding of(RuleId id, SourceSpot spot, Object... arguments) {
    return new Finding(id, id.severity(), id.text().message(arguments), spot);
  }
}
