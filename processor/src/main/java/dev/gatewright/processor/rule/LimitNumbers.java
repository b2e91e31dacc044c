package dev.gatewright.processor.rule;

import static dev.gatewright.processor.rule.LimitRule.BAD_COST_OR_BURST;
import static dev.gatewright.processor.rule.LimitRule.BAD_PERIOD;
import static dev.gatewright.processor.rule.LimitRule.BAD_PERMITS;
import static dev.gatewright.processor.rule.LimitRule.BURST_BELOW_COST;
import static dev.gatewright.processor.rule.LimitRule.BURST_OF_WINDOW;
import static dev.gatewright.processor.rule.LimitRule.COST_ABOVE_PERMITS;

import dev.gatewright.processor.model.DurationText;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.LimitSpec;
import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.SourceSpot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The numbers of one limit, and how they fit each other and the strategy. */
final class LimitNumbers implements Rule {
  private static final Set<String> WINDOWS = Set.of("FIXED_WINDOW", "SLIDING_WINDOW");
  private static final String LEAKY_BUCKET = "LEAKY_BUCKET";

  @Override
  public List<Finding> check(GuardedType type) {
    return type.methods().stream()
        .flatMap(method -> method.declarations().limits().stream())
        .flatMap(limit -> check(limit).stream())
        .toList();
  }

  private static List<Finding> check(LimitSpec limit) {
    List<Finding> findings = new ArrayList<>();
    Located<String> period = limit.per();
    if (DurationText.parse(period.value()).isEmpty()) {
      findings.add(at(BAD_PERIOD, period.spot(), Quoted.of(period.value())));
    }
    long permits = limit.permits().value();
    long burst = limit.burst().value();
    long cost = limit.cost().value();
    if (permits < 1) {
      findings.add(at(BAD_PERMITS, limit.permits().spot(), permits));
    }
    if (burst < 0) {
      findings.add(at(BAD_COST_OR_BURST, limit.burst().spot(), "burst", burst, 1));
    }
    if (cost < 1) {
      findings.add(at(BAD_COST_OR_BURST, limit.cost().spot(), "cost", cost, 1));
    }
    // What does not add up is worth saying only of numbers that are right by themselves.
    if (permits >= 1 && burst >= 0 && cost >= 1) {
      findings.addAll(together(limit));
    }
    return findings;
  }

  private static List<Finding> together(LimitSpec limit) {
    List<Finding> findings = new ArrayList<>();
    String strategy = limit.strategy().value();
    long permits = limit.permits().value();
    long burst = limit.burst().value();
    long cost = limit.cost().value();
    if (WINDOWS.contains(strategy)) {
      if (burst > 0) {
        findings.add(at(BURST_OF_WINDOW, limit.burst().spot(), strategy));
      }
      if (cost > permits) {
        findings.add(at(COST_ABOVE_PERMITS, limit.cost().spot(), permits, cost));
      }
    } else if (burst > 0 && burst < cost) {
      findings.add(at(BURST_BELOW_COST, limit.burst().spot(), burst, cost));
    } else if (burst == 0 && permits < cost && !strategy.equals(LEAKY_BUCKET)) {
      findings.add(at(BURST_BELOW_COST, limit.cost().spot(), permits, cost));
    }
    return findings;
  }

  private static Finding at(LimitRule id, SourceSpot spot, Object... more) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(spot.element());
    arguments.addAll(List.of(more));
    return Finding.of(id, spot, arguments.toArray());
  }
}
