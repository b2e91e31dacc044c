package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.List;

/** Limits counted in this process and decided together. Thread-safe. */
final class InProcessGroup implements LimitGroup {
  private final List<LimitPolicy> limits;
  private final CurrentCounter[] counters;
  private final KeyFingerprint fingerprint;
  private final MonotonicTime time;

  InProcessGroup(
      List<LimitPolicy> limits,
      List<CurrentCounter> counters,
      KeyFingerprint fingerprint,
      MonotonicTime time) {
    this.limits = List.copyOf(limits);
    this.counters = counters.toArray(CurrentCounter[]::new);
    this.fingerprint = fingerprint;
    this.time = time;
  }

  @Override
  public List<LimitPolicy> limits() {
    return limits;
  }

  @Override
  public LimitCharge newCharge() {
    return counters.length == 1
        ? new SingleCharge(counters[0], fingerprint, time)
        : new InProcessCharge(counters, fingerprint, time);
  }
}
