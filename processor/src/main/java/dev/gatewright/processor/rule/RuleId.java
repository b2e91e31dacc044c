package dev.gatewright.processor.rule;

import java.util.List;

/**
 * A rule of the {@link Catalogue}. {@code docs/rules} has a page for each.
 *
 * <p>Standards are named by their own ids: {@code API1:2023} to {@code API10:2023} (OWASP API
 * Security Top 10), {@code AC-3}, {@code IA-2}, ... (NIST SP 800-53 Rev. 5), RFC numbers.
 */
public sealed interface RuleId
    permits ElementRule, AccessRule, PolicyRule, LimitRule, KeyRule, InputRule {

  /** The parts of the rule that are text. */
  RuleText text();

  /** What findings are cited by, {@code GW-M02}. */
  default String id() {
    return text().id();
  }

  /** A few words, as an index shows them. */
  default String title() {
    return text().title();
  }

  /** What a finding of this rule does to the compilation. */
  default Severity severity() {
    return text().severity();
  }

  /** The standards that the rule serves, at least one. */
  default List<String> standards() {
    return text().standards();
  }
}
