package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.List;

/** Limits that are decided together: all grant a call, or none is charged. Thread-safe. */
public interface LimitGroup {

  /** The limits as they were declared, in order; at least one. */
  List<LimitPolicy> limits();

  /** A charge for one thread to use. */
  LimitCharge newCharge();

  /**
   * Whether {@link LimitCharge#acquireThen} asks this group and another in less time than one after
   * the other.
   */
  default boolean isAskedTogetherWith(LimitGroup next) {
    return false;
  }
}
