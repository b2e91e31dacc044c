package dev.gatewright.redis;

import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;

/**
 * Is told when Redis cannot be asked, and what was decided without it. Called on the threads of
 * requests: implementations are thread-safe and quick, and what they throw reaches the request.
 */
public interface RedisListener {

  /** Redis cannot be asked from now on. Told once, when it begins. */
  default void unavailable(String reason) {}

  /**
   * Redis answers again.
   *
   * @param outage how long it did not, from when that was noticed
   */
  default void available(Duration outage) {}

  /** A call was refused, with 503, as its limits cannot be decided without Redis. */
  default void denied(List<LimitPolicy> limits) {}

  /**
   * A call was decided by limits of this process.
   *
   * @param limits the limits that Redis would have decided
   */
  default void decidedInProcess(List<LimitPolicy> limits, boolean granted) {}
}
