package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;

/** A limit's counter as it is now: one with other numbers takes its place. Thread-safe. */
final class CurrentCounter {
  private volatile LimitPolicy limit;
  private volatile LimitCounter counter;

  CurrentCounter(LimitPolicy limit, LimitCounter counter) {
    this.limit = limit;
    this.counter = counter;
  }

  LimitPolicy limit() {
    return limit;
  }

  LimitCounter counter() {
    return counter;
  }

  void become(LimitPolicy newLimit, LimitCounter newCounter) {
    limit = newLimit;
    counter = newCounter;
  }
}
