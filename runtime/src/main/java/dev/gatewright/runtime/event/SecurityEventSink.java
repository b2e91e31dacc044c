package dev.gatewright.runtime.event;

/** Takes security events. Implementations are thread-safe, quick, and do not throw. */
@FunctionalInterface
public interface SecurityEventSink {

  /** Takes one event. */
  void accept(SecurityEvent event);
}
