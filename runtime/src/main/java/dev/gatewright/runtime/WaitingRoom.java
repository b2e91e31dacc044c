package dev.gatewright.runtime;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Holds calls until their permits have come: so many at once, as each keeps its thread.
 * Thread-safe.
 */
final class WaitingRoom {
  private final Semaphore seats;

  WaitingRoom(int seats) {
    this.seats = new Semaphore(seats);
  }

  /**
   * Returns after that time.
   *
   * @return false if there is no room, or the thread was interrupted, and then at once
   */
  boolean waitFor(long nanos) {
    if (!seats.tryAcquire()) {
      return false;
    }
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      seats.release();
    }
  }
}
