package dev.gatewright.runtime.limit;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Permits that came back in the window they were taken in, and can be taken again in it.
 * Thread-safe.
 */
final class ReturnedPermits {
  private record Returned(long window, long permits) {}

  private final AtomicReference<Returned> latest = new AtomicReference<>(new Returned(0, 0));

  /** How many there are in a window. */
  long in(long window) {
    return in(latest.get(), window);
  }

  /** Takes so many, if there are as many in a window. */
  boolean take(long window, long permits) {
    while (true) {
      Returned returned = latest.get();
      if (returned.window() != window || returned.permits() < permits) {
        return false;
      }
      if (latest.compareAndSet(returned, new Returned(window, returned.permits() - permits))) {
        return true;
      }
    }
  }

  /** Adds some to a window; does nothing if permits have already come back in a later one. */
  void add(long window, long permits) {
    while (true) {
      Returned returned = latest.get();
      if (returned.window() > window
          || latest.compareAndSet(returned, new Returned(window, in(returned, window) + permits))) {
        return;
      }
    }
  }

  private static long in(Returned returned, long window) {
    return returned.window() == window ? returned.permits() : 0;
  }
}
