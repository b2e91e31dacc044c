package dev.gatewright.runtime;

import org.jspecify.annotations.Nullable;

/** Knows which request a thread works on. Thread-safe. */
final class BoundRequests {

  /** Of one gate alone: two applications in one process must not see each other's callers. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable RequestState> bound = new ThreadLocal<>();

  /** The request of this thread; null where there is none. It may be over already. */
  @Nullable RequestState current() {
    return bound.get();
  }

  /**
   * Gives a request to this thread.
   *
   * @throws IllegalStateException if the thread has another that is open
   */
  void bind(RequestState request) {
    RequestState held = bound.get();
    // One that was closed on another thread stays here, and is over.
    if (held != null && !held.isClosed()) {
      throw new IllegalStateException("this thread has an open exchange already");
    }
    bound.set(request);
  }

  /** Gives this thread a request back that was taken off it, unless that one is over. */
  void putBack(RequestState aside) {
    if (!aside.isClosed()) {
      bind(aside);
    }
  }

  /** Takes a request off this thread, if it is there. */
  void unbind(RequestState request) {
    if (bound.get() == request) {
      bound.remove();
    }
  }
}
