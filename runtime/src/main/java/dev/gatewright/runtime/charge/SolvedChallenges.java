package dev.gatewright.runtime.charge;

import dev.gatewright.OnLimit;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The challenges that were solved at all limits that refuse a call: the next one relieves all of
 * them, so it counts at each. Not thread-safe.
 */
final class SolvedChallenges {
  private final List<Integer> refusing;
  private final List<LimitCharge> solved;
  private final int lasting;
  private int pressure;

  private SolvedChallenges(List<Integer> refusing, List<LimitCharge> solved, int lasting) {
    this.refusing = refusing;
    this.solved = solved;
    this.lasting = lasting;
  }

  /** Those of the limits that refuse; null unless all of these set challenges. */
  static @Nullable SolvedChallenges of(LimitTier tier, LimitCharge charge, List<String> keys) {
    List<LimitPolicy> limits = tier.group().limits();
    List<Integer> refusing = new ArrayList<>();
    List<LimitCharge> solved = new ArrayList<>();
    int lasting = -1;
    for (int i = 0; i < limits.size(); i++) {
      if (charge.decision(i).granted()) {
        continue;
      }
      LimitGroup group = tier.challenged(i);
      if (limits.get(i).onLimit() != OnLimit.CHALLENGE || group == null) {
        return null;
      }
      LimitCharge counter = group.newCharge();
      counter.key(0, keys.get(i));
      refusing.add(i);
      solved.add(counter);
      if (lasting < 0 || limits.get(i).period().compareTo(limits.get(lasting).period()) > 0) {
        lasting = i;
      }
    }
    return refusing.isEmpty() ? null : new SolvedChallenges(refusing, solved, lasting);
  }

  /** The limits that refuse. */
  List<Integer> refusing() {
    return refusing;
  }

  /**
   * Which of them a challenge names: the first of the longest period, which most likely still
   * refuses when the answer comes.
   */
  int lasting() {
    return lasting;
  }

  /** How many were solved at the limit that saw most, as of the last question. */
  int pressure() {
    return pressure;
  }

  /** Whether another may be solved at each of the limits. */
  boolean peek() {
    pressure = 0;
    for (LimitCharge counter : solved) {
      if (!counter.peek()) {
        return false;
      }
      LimitDecision left = counter.decision(0);
      pressure = Math.max(pressure, (int) (left.limit().burst() - left.remaining()));
    }
    return true;
  }

  /** Counts one more at each of the limits, or at none. */
  boolean acquire() {
    pressure = 0;
    for (LimitCharge counter : solved) {
      if (!counter.acquire()) {
        giveBack();
        return false;
      }
      LimitDecision left = counter.decision(0);
      int before = (int) (left.limit().burst() - left.remaining() - left.limit().cost());
      pressure = Math.max(pressure, before);
    }
    return true;
  }

  /** Takes back what {@link #acquire} counted; does nothing where it counted nothing. */
  void giveBack() {
    solved.forEach(counter -> counter.giveBack(0));
  }
}
