package dev.gatewright.runtime.charge;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Holds calls until their permits have come: so many at once, as each keeps its thread.
 * Thread-safe.
 */
final class HeldCalls {
  private final Semaphore places;

  HeldCalls(int places) {
    this.places = new Semaphore(places);
  }

  /**
   * Returns after that time.
   *
   * @return false if there is no place left, or the thread was interrupted, and then at once
   */
  boolean hold(long nanos) {
    if (!places.tryAcquire()) {
      return false;
    }
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      places.release();
    }
  }
}
