package dev.gatewright.runtime.limit;

/** Asks one counter, as most calls do: charging it says all, so there is no second look. */
final class SingleCharge implements LimitCharge {
  private final CurrentCounter limit;
  private final KeyFingerprint fingerprint;
  private final MonotonicTime time;
  private LimitCounter counter;
  private long key;
  private long said;
  private long now;
  private boolean charged;

  SingleCharge(CurrentCounter limit, KeyFingerprint fingerprint, MonotonicTime time) {
    this.limit = limit;
    this.fingerprint = fingerprint;
    this.time = time;
    this.counter = limit.counter();
  }

  @Override
  public void key(int index, String newKey) {
    key = fingerprint.of(newKey);
  }

  @Override
  public boolean acquire() {
    charged = isGranted(true);
    return charged;
  }

  @Override
  public boolean peek() {
    charged = false;
    return isGranted(false);
  }

  private boolean isGranted(boolean charging) {
    int attempt = 0;
    while (true) {
      LimitCounter latest = current();
      said = charging ? latest.charge(key, now) : latest.peek(key, now);
      if (said != LimitCounter.MOVED) {
        return said >= 0;
      }
      SlotSets.await(attempt++); // The limit is getting other numbers at this moment.
    }
  }

  private LimitCounter current() {
    now = time.nanos();
    LimitCounter latest = limit.counter();
    if (counter != latest) {
      counter = latest; // Rarely, as writing a reference costs a garbage collector's barrier.
    }
    return latest;
  }

  @Override
  public LimitDecision decision(int index) {
    return counter.decision(said, now);
  }

  @Override
  public void giveBack(int index) {
    if (charged) {
      charged = false;
      counter.giveBack(key, said, now, time.nanos());
    }
  }

  @Override
  public void credit(int index, long permits) {
    int attempt = 0;
    while (!limit.counter().credit(key, permits, time.nanos())) {
      SlotSets.await(attempt++);
    }
  }
}
