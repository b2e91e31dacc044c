package dev.gatewright.processor.rule;

import static dev.gatewright.processor.rule.RuleText.error;

/** Who may call. */
public enum AccessRule implements RuleId {
  NEITHER_SECURED_NOR_PUBLIC(
      error(
          "GW-A01",
          "Neither secured nor public",
          "%s is neither @Secured nor @Public: nothing is open by omission",
          "annotate it with @Secured, or with @Public(reason = \"...\")%2$s",
          "API2:2023",
          "API5:2023",
          "AC-3")),
  SECURED_AND_PUBLIC(
      error(
          "GW-A02",
          "Both secured and public",
          "%s is both @Secured and @Public: the two contradict each other",
          "keep one of them",
          "API2:2023",
          "AC-3")),
  BLANK_REASON(
      error(
          "GW-A03",
          "Blank reason",
          "@Public at %s does not say why: the reason is blank",
          "write why nobody needs to prove who they are here",
          "API2:2023",
          "AC-14")),
  OVERRIDE_LOSES_GUARD(
      error(
          "GW-A04",
          "Override loses a guard",
          "@Public cannot open %s: %s is @Secured, and what refines it may only demand more",
          "remove @Public here, or @Secured there",
          "API5:2023",
          "AC-3")),
  SUPERTYPES_DISAGREE(
      error(
          "GW-A05",
          "Supertypes disagree on access",
          "%s inherits @Public from %s and @Secured from %s: neither refines the other",
          "annotate %1$s itself with @Secured",
          "API5:2023",
          "AC-3")),
  NO_COMMON_SCHEME(
      error(
          "GW-A06",
          "No scheme satisfies all",
          "@Secured at %s accepts no credential: it names %s, and @Secured at %s names %s",
          "name a scheme that both accept",
          "API2:2023",
          "IA-2")),
  BAD_MAXIMUM_AGE(
      error(
          "GW-A07",
          "Bad maximum age of authentication",
          "@Secured at %s has maxAuthAge = %s: it must be a whole number and a unit (ms, s, m, h,"
              + " d), from 1ms to 366d",
          "write it as in \"5m\"",
          "API2:2023",
          "IA-11",
          "RFC 9470")),
  BAD_ROLE_OR_SCOPE(
      error(
          "GW-A08",
          "Bad role or scope",
          "@Secured at %s names the %s %s: %s",
          "%5$s",
          "API5:2023",
          "AC-3",
          "RFC 6749, section 3.3")),
  BAD_CONTEXT_CLASS(
      error(
          "GW-A09",
          "Bad authentication context class",
          "@Secured at %s has acr = %s: a class has only printable ASCII characters, no space,"
              + " quote or backslash",
          "write the one class that the issuer puts into 'acr'",
          "API2:2023",
          "IA-2",
          "RFC 9470")),
  SUPERFLUOUS_LINE(
      error(
          "GW-A10",
          "Line that must leave the baseline",
          "%s is listed as not decided yet in %s, line %d, but %s",
          "remove the line; -Agatewright.baseline.write=removals removes all such lines",
          "API5:2023",
          "AC-3")),
  UNUSABLE_BASELINE(
      error(
          "GW-A11",
          "Unusable baseline",
          "the baseline of undecided endpoints cannot be used: %s",
          "%2$s",
          "API5:2023",
          "AC-3"));

  @SuppressWarnings("ImmutableEnumChecker") // strings and an unmodifiable list
  private final RuleText text;

  AccessRule(RuleText text) {
    this.text = text;
  }

  @Override
  public RuleText text() {
    return text;
  }
}
