package dev.gatewright.runtime.limit;

/**
 * A limit was not changed, as the change could not be kept for the other instances; its message
 * names the limit, why, and what to do.
 */
public final class LimitNotSharedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LimitNotSharedException(String limit, RuntimeException cause) {
    super(
        ("limit %s is not changed, as that cannot be kept for all instances: %s. Fix: look at it in"
                + " a few seconds, as it may have been kept all the same, and try again.")
            .formatted(limit, cause.getMessage()),
        cause);
  }
}
