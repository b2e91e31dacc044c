package dev.gatewright.redis;

import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitGroup;
import org.jspecify.annotations.Nullable;

/** What decides a call in place of Redis, where the limits allow that. Not thread-safe. */
final class ChargeInProcess {
  private final @Nullable LimitGroup group;
  private @Nullable LimitCharge charge;
  private boolean decided;

  ChargeInProcess(@Nullable LimitGroup group) {
    this.group = group;
  }

  boolean isPossible() {
    return group != null;
  }

  /** Another call begins, which Redis may decide. */
  void rest() {
    decided = false;
  }

  /** What decided the call; null where that was Redis. */
  @Nullable LimitCharge current() {
    return decided ? charge : null;
  }

  /**
   * Decides the call.
   *
   * @param calls whose keys are known
   * @throws IllegalStateException if the limits do not allow it
   */
  boolean decide(LimitCall[] calls, boolean charging) {
    if (group == null) {
      throw new IllegalStateException("these limits are never decided in process");
    }
    LimitCharge made = charge == null ? group.newCharge() : charge;
    charge = made;
    for (int i = 0; i < calls.length; i++) {
      made.key(i, calls[i].text());
    }
    decided = true;
    return charging ? made.acquire() : made.peek();
  }
}
