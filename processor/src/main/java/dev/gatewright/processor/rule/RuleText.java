package dev.gatewright.processor.rule;

import java.util.List;
import java.util.Locale;

/**
 * How a rule speaks.
 *
 * @param id {@code GW-M02}
 * @param title a few words, as an index shows them
 * @param severity what a finding does to the compilation
 * @param statement what is wrong and why, a pattern for {@link String#format}
 * @param fix what to do about it, a pattern for the same arguments
 * @param standards ids of the standards that the rule serves
 */
public record RuleText(
    String id,
    String title,
    Severity severity,
    String statement,
    String fix,
    List<String> standards) {

  /** Copies what it is given. */
  public RuleText {
    standards = List.copyOf(standards);
  }

  static RuleText error(
      String id, String title, String statement, String fix, String... standards) {
    return new RuleText(id, title, Severity.ERROR, statement, fix, List.of(standards));
  }

  String message(Object... arguments) {
    String pattern = "[" + id + "] " + statement + ". Fix: " + fix + ".";
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
