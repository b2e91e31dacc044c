package dev.gatewright.processor.rule;

import static dev.gatewright.processor.rule.RuleText.error;

/** Rate limits. */
public enum LimitRule implements RuleId {
  BAD_PERIOD(
      "GW-L01",
      "Bad period",
      "has per = %2$s: it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 366d",
      "write it as in \"1m\""),
  BAD_PERMITS(
      "GW-L02",
      "Bad number of permits",
      "gives %2$s permits: a limit needs at least 1",
      "write how many calls may pass in each period"),
  BURST_BELOW_COST(
      "GW-L03",
      "Burst smaller than cost",
      "has a burst of %2$s, but one call costs %3$s: no call would ever pass",
      "raise the burst to at least the cost"),
  BAD_COST_OR_BURST(
      "GW-L04",
      "Bad cost or burst",
      "has a %2$s of %3$s: it must be at least %4$s",
      "remove it, or raise it to at least %4$s"),
  UNKNOWN_CALLER(
      "GW-L05",
      "Unknown caller",
      "counts by %2$s, but %3$s is @Public: nobody knows who calls it",
      "count by address with key = ADDRESS"),
  NAME_TWICE(
      "GW-L06",
      "Two limits with one name",
      "is named %2$s, like another limit of %3$s",
      "give it a name of its own"),
  CHALLENGE_FOR_EVERYBODY(
      "GW-L07",
      "Challenge for everybody",
      "counts globally with onLimit = CHALLENGE: one client would pay for all the others",
      "count by another key, or remove onLimit"),
  BURST_OF_WINDOW(
      "GW-L08",
      "Burst of a window",
      "has a burst with %2$s: all permits of a window may be taken at once anyway",
      "remove the burst, or choose TOKEN_BUCKET or LEAKY_BUCKET"),
  FAILURES_BY_CALLER(
      "GW-L09",
      "Failed authentications by caller",
      "counts failed authentications by %2$s: who fails to authenticate is known by address only",
      "add key = ADDRESS, or count by what is attacked with keyedBy"),
  KEY_OF_EXCLUDED_SCHEME(
      "GW-L10",
      "Key of an excluded scheme",
      "counts by %2$s, but %3$s accepts only %4$s: no caller has one",
      "count with key = CALLER, or accept %5$s"),
  BAD_NAME(
      "GW-L11",
      "Bad limit name",
      "is named %2$s: only ASCII letters, digits, '-', '_' and '.' are allowed",
      "write another name = \"...\""),
  COST_ABOVE_PERMITS(
      "GW-L12",
      "Cost greater than permits",
      "gives %2$s permits, but one call costs %3$s: no call would ever pass",
      "raise the permits to at least the cost"),
  BAD_WAIT(
      "GW-L13",
      "Bad wait",
      "has maxWait = %2$s: it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 30s",
      "write it as in \"500ms\""),
  WAIT_WITHOUT_LEAKY_BUCKET(
      "GW-L14",
      "Wait without a leaky bucket",
      "has maxWait = %2$s with %3$s: only a leaky bucket spaces calls out by holding them",
      "add strategy = LEAKY_BUCKET, or remove maxWait"),
  BEYOND_COUNTERS(
      "GW-L15",
      "More than counters hold",
      "has %2$s = %3$,d, and at most %4$,d can be kept: %5$s",
      "use at most %4$,d, or another period or strategy"),
  ARGUMENT_WRITTEN(
      "GW-L16",
      "Key ARGUMENT written by hand",
      "has key = ARGUMENT, which follows from keyedBy and says nothing by itself",
      "remove it, and name a class with keyedBy"),
  TWO_KEYS(
      "GW-L17",
      "Two keys",
      "has both key = %2$s and keyedBy = %3$s: a limit counts by one of them",
      "remove one of the two, or write two limits"),
  KEYED_ON_TYPE(
      "GW-L18",
      "Key class on a type",
      "has keyedBy = %2$s on a type, whose endpoints have different parameters",
      "write the limit on each endpoint that has them"),
  UNUSABLE_PLANS(
      "GW-L19",
      "Unusable plans class",
      "has plans = %2$s, which cannot be asked for a caller's plan: %3$s",
      "name a class that implements dev.gatewright.runtime.caller.CallerPlans and that the guard in"
          + " %4$s can name"),
  PLAN_OF_NOBODY(
      "GW-L20",
      "Plan where callers are not counted",
      "depends on the caller's plan, but counts by %2$s, which is no caller",
      "count by the caller, with key = CALLER, SUBJECT, API_KEY or OAUTH_CLIENT, or remove plans"),
  PLAN_WITHOUT_CLASS(
      "GW-L21",
      "Plan without a class",
      "is for the plan %2$s, but names no class that knows the plans of callers",
      "add plans with a class that implements CallerPlans"),
  NO_LIMIT_OF_OTHER_PLANS(
      "GW-L22",
      "No limit of other plans",
      "is for the plan %2$s, and callers of any other plan, or of none, have no limit",
      "add one with plans = %3$s.class and without a plan");

  @SuppressWarnings("ImmutableEnumChecker") // strings and an unmodifiable list
  private final RuleText text;

  /** What is said of the limit, whose element is the first argument. */
  LimitRule(String id, String title, String predicate, String fix) {
    this.text = error(id, title, "@RateLimited at %1$s " + predicate, fix, "API4:2023", "SC-5");
  }

  @Override
  public RuleText text() {
    return text;
  }
}
