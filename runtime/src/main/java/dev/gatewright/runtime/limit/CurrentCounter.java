package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;

/** A limit's counter as it is now: one with other numbers takes its place. Thread-safe. */
final class CurrentCounter {

  /** The numbers, and what counts by them. */
  record Numbered(LimitPolicy limit, LimitCounter counter) {}

  private volatile Numbered current;

  CurrentCounter(LimitPolicy limit, LimitCounter counter) {
    this.current = new Numbered(limit, counter);
  }

  LimitPolicy limit() {
    return current.limit();
  }

  LimitCounter counter() {
    return current.counter();
  }

  void become(LimitPolicy limit, LimitCounter counter) {
    current = new Numbered(limit, counter);
  }
}
