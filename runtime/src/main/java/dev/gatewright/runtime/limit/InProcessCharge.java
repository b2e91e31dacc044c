package dev.gatewright.runtime.limit;

import java.util.Arrays;

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
  private final boolean[] givenBack;
  private long now;
  private boolean charged;
  private boolean anyGivenBack;

  InProcessCharge(CurrentCounter[] limits, KeyFingerprint fingerprint, MonotonicTime time) {
    this.limits = limits;
    this.fingerprint = fingerprint;
    this.time = time;
    this.fingerprints = new long[limits.length];
    this.said = new long[limits.length];
    this.counters = new LimitCounter[limits.length];
    this.givenBack = new boolean[limits.length];
  }

  @Override
  public void key(int limit, String key) {
    fingerprints[limit] = fingerprint.of(key);
  }

  @Override
  public boolean acquire() {
    return isGranted(true);
  }

  @Override
  public boolean peek() {
    return isGranted(false);
  }

  private boolean isGranted(boolean charging) {
    int attempt = 0;
    while (true) {
      begin();
      boolean granted = allWouldGrant() && (!charging || chargeAll());
      if (granted || !hasMoved()) {
        return granted;
      }
      SlotSets.await(attempt++); // A limit is getting other numbers at this moment.
    }
  }

  private void begin() {
    now = time.nanos();
    for (int i = 0; i < counters.length; i++) {
      LimitCounter counter = limits[i].counter();
      if (counters[i] != counter) {
        counters[i] =
            counter; // Rarely, as writing a reference costs a garbage collector's barrier.
      }
    }
    charged = false;
    if (anyGivenBack) {
      Arrays.fill(givenBack, false);
      anyGivenBack = false;
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
    }
    charged = true;
    return true;
  }

  /** Gives back what the limits before one took, and says what they now would. */
  private void undo(int refusing) {
    for (int i = 0; i < refusing; i++) {
      counters[i].giveBack(fingerprints[i], said[i], now, now);
      said[i] = counters[i].peek(fingerprints[i], now);
    }
  }

  private boolean hasMoved() {
    for (long one : said) {
      if (one == LimitCounter.MOVED) {
        return true;
      }
    }
    return false;
  }

  @Override
  public LimitDecision decision(int limit) {
    return counters[limit].decision(said[limit], now);
  }

  @Override
  public void giveBack(int limit) {
    if (charged && !givenBack[limit]) {
      givenBack[limit] = true;
      anyGivenBack = true;
      counters[limit].giveBack(fingerprints[limit], said[limit], now, time.nanos());
    }
  }

  @Override
  public void credit(int limit, long permits) {
    int attempt = 0;
    while (!limits[limit].counter().credit(fingerprints[limit], permits, time.nanos())) {
      SlotSets.await(attempt++);
    }
  }
}
