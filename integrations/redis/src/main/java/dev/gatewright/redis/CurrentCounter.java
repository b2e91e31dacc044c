package dev.gatewright.redis;

/** A limit's counter as it is now: one with other numbers takes its place. Thread-safe. */
final class CurrentCounter {
  private final String keyTail;
  private volatile Counter counter;

  CurrentCounter(Counter counter) {
    this.keyTail = counter.kind() + ":" + counter.limit().id();
    this.counter = counter;
  }

  /** What the limit's keys end with: a redeployment with another strategy starts anew. */
  String keyTail() {
    return keyTail;
  }

  Counter get() {
    return counter;
  }

  void become(Counter newCounter) {
    counter = newCounter;
  }
}
