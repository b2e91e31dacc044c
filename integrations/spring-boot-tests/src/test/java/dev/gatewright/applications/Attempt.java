package dev.gatewright.applications;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The start of an application of which either net may take hold: it is refused by name, or what it
 * answers does not leave.
 */
final class Attempt {
  private final Supplier<RunningApplication> start;

  private Attempt(Supplier<RunningApplication> start) {
    this.start = start;
  }

  static Attempt of(Application application) {
    return new Attempt(application::start);
  }

  static Attempt of(Supplier<RunningApplication> start) {
    return new Attempt(start);
  }

  void isRefusedOr(Consumer<RunningApplication> closed) {
    RunningApplication running;
    try {
      running = start.get();
    } catch (RuntimeException thrown) {
      Application.refusalIn(thrown);
      return;
    }
    try (running) {
      closed.accept(running);
    }
  }
}
