package dev.gatewright.processor.rule;

import static dev.gatewright.processor.rule.RuleText.error;

/** Object-level policies. */
public enum PolicyRule implements RuleId {
  NOT_ONE_PERMITS(
      "GW-P01",
      "Not exactly one permits method",
      "%1$s cannot be a policy of %2$s: it has %3$s",
      "give it exactly one 'public boolean permits(Caller, ...)'"),
  NOT_BOOLEAN(
      "GW-P02",
      "Static permits, or not boolean",
      "%1$s cannot be a policy of %2$s: %3$s %4$s",
      "declare it as an instance method that returns boolean"),
  CALLER_NOT_FIRST(
      "GW-P03",
      "First parameter is not the caller",
      "%1$s cannot be a policy of %2$s: the first parameter of %3$s is not a Caller",
      "make its first parameter a dev.gatewright.runtime.caller.Caller"),
  PARAMETERS_DIFFER(
      "GW-P04",
      "Parameters differ from the endpoint's",
      "%1$s cannot be a policy of %2$s: %3$s asks for %4$s",
      "%5$s"),
  CHECKED_EXCEPTION(
      "GW-P05",
      "Checked exception",
      "%1$s cannot be a policy of %2$s: %3$s throws %4$s, a checked exception that no guard"
          + " declares",
      "decide inside permits, or throw an unchecked exception"),
  UNUSABLE_CLASS(
      "GW-P06",
      "Unusable policy class",
      "%1$s cannot be a policy of %2$s: %3$s",
      "make it a concrete class that is visible from %4$s");

  @SuppressWarnings("ImmutableEnumChecker") // strings and an unmodifiable list
  private final RuleText text;

  PolicyRule(String id, String title, String statement, String fix) {
    this.text = error(id, title, statement, fix, "API1:2023", "AC-3");
  }

  @Override
  public RuleText text() {
    return text;
  }
}
