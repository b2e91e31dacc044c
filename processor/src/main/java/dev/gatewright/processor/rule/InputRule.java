package dev.gatewright.processor.rule;

import static dev.gatewright.processor.rule.RuleText.error;

/** Input validation. */
public enum InputRule implements RuleId {
  BAD_BODY_SIZE(
      "GW-V01",
      "Bad body size",
      "@ValidatedInput at %s has maxBodyBytes = %s: it must be at least 1",
      "write how many bytes the largest legitimate body has"),
  BAD_DEPTH(
      "GW-V02",
      "Bad depth",
      "@ValidatedInput at %s has maxDepth = %s: it must be between 1 and 1000",
      "write how deep the deepest legitimate body nests"),
  INTERFACES_DISAGREE(
      "GW-V03",
      "Interfaces disagree on input",
      "%s inherits different @ValidatedInput from %s and %s: neither refines the other",
      "annotate %1$s itself with @ValidatedInput"),
  NOT_LOOKED_INTO(
      "GW-V04",
      "Constraints that nothing applies",
      "@ValidatedInput does not look into %s: %s",
      "%s"),
  SPRING_GROUPS(
      "GW-V05",
      "Groups of Spring's validation",
      "%s at %s names other groups than @ValidatedInput, which alone validates here",
      "write @ValidatedInput(groups = %3$s)"),
  SPRING_CASCADE(
      "GW-V06",
      "Cascade of Spring's validation",
      "%s at %s does not make @ValidatedInput look inside, which alone validates here",
      "write @Valid there");

  @SuppressWarnings("ImmutableEnumChecker") // strings and an unmodifiable list
  private final RuleText text;

  InputRule(String id, String title, String statement, String fix) {
    this.text = error(id, title, statement, fix, "API4:2023", "SI-10");
  }

  @Override
  public RuleText text() {
    return text;
  }
}
