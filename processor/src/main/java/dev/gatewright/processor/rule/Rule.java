package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.GuardedType;
import java.util.List;

/** Judges one type; a pure function of the model. */
@FunctionalInterface
interface Rule {

  /** All that is wrong, in the order of the model; empty where nothing is. */
  List<Finding> check(GuardedType type);
}
