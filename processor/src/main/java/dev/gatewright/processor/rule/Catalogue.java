package dev.gatewright.processor.rule;

import java.util.List;
import java.util.stream.Stream;

/** All rules. */
public final class Catalogue {
  private static final List<RuleId> RULES =
      Stream.<RuleId[]>of(
              ElementRule.values(),
              AccessRule.values(),
              PolicyRule.values(),
              LimitRule.values(),
              KeyRule.values(),
              InputRule.values())
          .flatMap(Stream::of)
          .toList();

  private Catalogue() {}

  /** All rules, by family and number. */
  public static List<RuleId> rules() {
    return RULES;
  }
}
