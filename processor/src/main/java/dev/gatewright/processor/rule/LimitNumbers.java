package dev.gatewright.processor.rule;

import static dev.gatewright.processor.rule.LimitRule.BAD_COST_OR_BURST;
import static dev.gatewright.processor.rule.LimitRule.BAD_PERIOD;
import static dev.gatewright.processor.rule.LimitRule.BAD_PERMITS;
import static dev.gatewright.processor.rule.LimitRule.BAD_WAIT;
import static dev.gatewright.processor.rule.LimitRule.BEYOND_COUNTERS;
import static dev.gatewright.processor.rule.LimitRule.BURST_BELOW_COST;
import static dev.gatewright.processor.rule.LimitRule.BURST_OF_WINDOW;
import static dev.gatewright.processor.rule.LimitRule.COST_ABOVE_PERMITS;
import static dev.gatewright.processor.rule.LimitRule.WAIT_WITHOUT_LEAKY_BUCKET;

import dev.gatewright.Strategy;
import dev.gatewright.limit.DurationText;
import dev.gatewright.limit.LimitDefinition;
import dev.gatewright.limit.LimitFault;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.LimitSpec;
import dev.gatewright.processor.model.Located;
import java.util.ArrayList;
import java.util.List;

/** The numbers and durations of one limit, each fault at the value that was written. */
final class LimitNumbers implements Rule {

  @Override
  public List<Finding> check(GuardedType type) {
    return type.methods().stream()
        .flatMap(method -> method.declarations().limits().stream())
        .flatMap(limit -> check(limit).stream())
        .toList();
  }

  static List<Finding> check(LimitSpec limit) {
    LimitDefinition definition = limit.definition();
    List<Finding> findings = new ArrayList<>();
    definition.faults().forEach(fault -> findings.add(finding(limit, definition, fault)));
    String wait = limit.maxWait().value();
    if (!wait.isEmpty() && DurationText.parse(wait).isEmpty()) {
      findings.add(at(limit.maxWait(), BAD_WAIT, Quoted.of(wait)));
    }
    return findings;
  }

  private static Finding finding(LimitSpec limit, LimitDefinition definition, LimitFault fault) {
    Strategy strategy = definition.strategy();
    Located<Long> permits = limit.permits();
    Located<Long> burst = limit.burst();
    Located<Long> cost = limit.cost();
    Located<String> wait = limit.maxWait();
    return switch (fault.kind()) {
      case PERIOD_OUT_OF_BOUNDS -> at(limit.per(), BAD_PERIOD, Quoted.of(limit.per().value()));
      case NO_PERMITS -> at(permits, BAD_PERMITS, permits.value());
      case NEGATIVE_BURST -> at(burst, BAD_COST_OR_BURST, "burst", burst.value(), 1);
      case NO_COST -> at(cost, BAD_COST_OR_BURST, "cost", cost.value(), 1);
      case BURST_OF_WINDOW -> at(burst, BURST_OF_WINDOW, strategy);
      case COST_ABOVE_PERMITS -> at(cost, COST_ABOVE_PERMITS, permits.value(), cost.value());
      case COST_ABOVE_BURST ->
          at(
              burst.value() == 0 ? cost : burst,
              BURST_BELOW_COST,
              definition.effectiveBurst(),
              cost.value());
      case PERMITS_BEYOND_COUNTERS -> beyond(permits, "permits", fault);
      case BURST_BEYOND_COUNTERS -> beyond(burst, "burst", fault);
      case COST_BEYOND_COUNTERS -> beyond(cost, "cost", fault);
      case WAIT_OUT_OF_BOUNDS -> at(wait, BAD_WAIT, Quoted.of(wait.value()));
      case WAIT_WITHOUT_LEAKY_BUCKET ->
          at(wait, WAIT_WITHOUT_LEAKY_BUCKET, Quoted.of(wait.value()), strategy);
    };
  }

  private static Finding beyond(Located<Long> number, String member, LimitFault fault) {
    return at(number, BEYOND_COUNTERS, member, number.value(), fault.most(), fault.reason());
  }

  private static Finding at(Located<?> value, LimitRule id, Object... more) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(value.spot().element());
    arguments.addAll(List.of(more));
    return Finding.of(id, value.spot(), arguments.toArray());
  }
}
