package dev.gatewright.runtime.limit;

/**
 * Hears what limits say, to count it. Called on the request's thread; what it throws is logged and
 * changes nothing. Implementations are thread-safe.
 */
public interface LimitListener {

  /**
   * A limit was asked.
   *
   * @param endpoint the endpoint's short name, {@code Accounts.transfer}
   * @param decision what the limit said
   * @param charged whether the call took its permits: not where the limit, or another that was
   *     asked with it, refused
   */
  void decided(String endpoint, LimitDecision decision, boolean charged);
}
