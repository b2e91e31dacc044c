package dev.gatewright.runtime.caller;

import org.jspecify.annotations.Nullable;

/**
 * Knows the plans of callers, as {@code free} or {@code pro}, for limits that depend on them: from
 * a claim, say, or a database. Implementations are thread-safe, and asked in each request of a
 * known caller before its body is read, so one that asks a database keeps what it is told a while.
 */
public interface CallerPlans {

  /**
   * Returns the plan of a caller; null, or a plan that no limit names, for the limits of all
   * others.
   *
   * @throws RuntimeException if the plan cannot be known now; the request is then refused with 503
   */
  @Nullable String plan(Caller caller);
}
