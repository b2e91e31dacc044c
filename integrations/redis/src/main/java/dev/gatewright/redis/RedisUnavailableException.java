package dev.gatewright.redis;

import org.jspecify.annotations.Nullable;

/**
 * Redis cannot be asked now: not connected, too slow, or it answers with errors. The request that
 * needs it is refused with 503.
 */
public final class RedisUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RedisUnavailableException(String message, @Nullable Throwable cause) {
    // Thrown for every request while Redis is down: where it was thrown from says nothing.
    super(message, cause, false, false);
  }
}
