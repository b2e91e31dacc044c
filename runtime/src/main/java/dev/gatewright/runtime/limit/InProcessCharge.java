package dev.gatewright.runtime.limit;

/**
 * Asks several counters as one. Looks at all before it charges any, so that a refusal writes
 * nothing; where another thread was faster in between, gives back what it took.
 */
final class InProcessCharge implements LimitCharge {
  private final CurrentCounter[] limits;
  private final KeyFingerprint fingerprint;
  private final MonotonicTime time;
  private final long[] fingerprints;
  private final long[] said;
  private final LimitCounter[] counters;
  private final boolean[] charged;
  private long now;

  InProcessCharge(CurrentCounter[] limits, KeyFingerprint fingerprint, MonotonicTime time) {
    this.limits = limits;
    this.fingerprint = fingerprint;
    this.time = time;
    this.fingerprints = new long[limits.length];
    this.said = new long[limits.length];
    this.counters = new LimitCounter[limits.length];
    this.charged = new boolean[limits.length];
  }

  @Override
  public void key(int limit, String key) {
    fingerprints[limit] = fingerprint.of(key);
  }

  @Override
  public boolean acquire() {
    begin();
    // A single limit needs no second look: charging it says all.
    return (counters.length == 1 || allWouldGrant()) && chargeAll();
  }

  @Override
  public boolean peek() {
    begin();
    return allWouldGrant();
  }

  private void begin() {
    now = time.nanos();
    for (int i = 0; i < counters.length; i++) {
      counters[i] = limits[i].counter();
      charged[i] = false;
    }
  }

  private boolean allWouldGrant() {
    boolean granted = true;
    for (int i = 0; i < counters.length; i++) {
      said[i] = counters[i].peek(fingerprints[i], now);
      granted &= said[i] >= 0;
    }
    return granted;
  }

  private boolean chargeAll() {
    for (int i = 0; i < counters.length; i++) {
      said[i] = counters[i].charge(fingerprints[i], now);
      if (said[i] < 0) {
        undo(i);
        return false;
      }
      charged[i] = true;
    }
    return true;
  }

  /** Gives back what the limits before one took, and says what they now would. */
  private void undo(int refusing) {
    for (int i = 0; i < refusing; i++) {
      giveBack(i);
      said[i] = counters[i].peek(fingerprints[i], now);
    }
  }

  @Override
  public LimitDecision decision(int limit) {
    return counters[limit].decision(said[limit], now);
  }

  @Override
  public void giveBack(int limit) {
    if (charged[limit]) {
      charged[limit] = false;
      counters[limit].giveBack(fingerprints[limit], said[limit]);
    }
  }

  @Override
  public void credit(int limit, long permits) {
    limits[limit].counter().credit(fingerprints[limit], permits, time.nanos());
  }
}
