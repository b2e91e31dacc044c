package dev.gatewright.processor.rule;

import static dev.gatewright.processor.rule.RuleText.error;

/** What limits are keyed by. */
public enum KeyRule implements RuleId {
  NOT_ONE_KEY(
      "GW-K01",
      "Not exactly one key method",
      "it has %3$s",
      "give it exactly one 'public String key(...)'"),
  NOT_STRING(
      "GW-K02",
      "Static key, or not a String",
      "%3$s %4$s",
      "declare it as an instance method that returns String"),
  UNKNOWN_CALLER(
      "GW-K03",
      "Key of an unknown caller",
      "%3$s asks for the caller, but the endpoint is @Public: nobody knows who calls it",
      "make the key of arguments only, or secure the endpoint"),
  PARAMETERS_DIFFER("GW-K04", "Key of other parameters", "%3$s asks for %4$s", "%5$s"),
  CHECKED_EXCEPTION(
      "GW-K05",
      "Checked exception of a key",
      "%3$s throws %4$s, a checked exception that no guard declares",
      "make the key of the arguments alone, or throw an unchecked exception"),
  UNUSABLE_CLASS(
      "GW-K06", "Unusable key class", "%3$s", "make it a concrete class that is visible from %4$s");

  @SuppressWarnings("ImmutableEnumChecker") // strings and an unmodifiable list
  private final RuleText text;

  /** The reason; the class and the endpoint are the first two arguments. */
  KeyRule(String id, String title, String reason, String fix) {
    this.text =
        error(id, title, "%1$s cannot key a limit of %2$s: " + reason, fix, "API4:2023", "SC-5");
  }

  @Override
  public RuleText text() {
    return text;
  }
}
