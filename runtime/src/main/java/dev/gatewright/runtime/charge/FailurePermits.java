package dev.gatewright.runtime.charge;

import dev.gatewright.LimitKey;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * The permits of limits on failed authentications that one exchange holds, and the limits that its
 * failures count against. A permit is taken before a guess, spent if the guess is wrong, and paid
 * back otherwise. One thread at a time uses it.
 */
final class FailurePermits {

  /** A limit that a failure counts against, by which key, and the endpoint that has it. */
  record Due(EndpointPolicy endpoint, LimitPolicy limit, String key) {}

  /** A permit for the guess that may follow. */
  private record Held(Due due, Runnable giveBack) {}

  private final List<Held> held = new ArrayList<>(1);

  /** Limits whose permit was spent on a failure. */
  private final List<Due> spent = new ArrayList<>(1);

  /** Limits whose permit was paid back to a caller with a good credential. */
  private final List<Due> lent = new ArrayList<>(0);

  private boolean failed;

  /** Notes a permit. */
  void hold(EndpointPolicy endpoint, LimitPolicy limit, String key, Runnable giveBack) {
    held.add(new Held(new Due(endpoint, limit, key), giveBack));
  }

  /** Whether a permit of the limit is held, be it for another key: then that of the latest call. */
  boolean isHeld(LimitPolicy limit) {
    for (int i = 0; i < held.size(); i++) {
      if (held.get(i).due().limit().hasIdOf(limit)) {
        return true;
      }
    }
    return false;
  }

  boolean hasFailed() {
    return failed;
  }

  /**
   * Pays back what is held, and forgets each permit before: where a store fails on the way, one may
   * be lost, but none is paid back twice.
   */
  void giveBack() {
    while (!held.isEmpty()) {
      held.remove(held.size() - 1).giveBack().run();
    }
  }

  /**
   * Pays back what an endpoint took before authentication. It may report a failure all the same,
   * and so may another, whose permits stay held.
   */
  void lend(EndpointPolicy endpoint) {
    for (int i = held.size() - 1; i >= 0; i--) {
      Due due = held.get(i).due();
      if (due.endpoint().equals(endpoint) && due.limit().key() != LimitKey.ARGUMENT) {
        put(lent, due);
        held.remove(i).giveBack().run();
      }
    }
  }

  /** The endpoints whose permits were paid back to a caller with a good credential. */
  List<EndpointPolicy> lenders() {
    return lent.stream().map(Due::endpoint).toList();
  }

  /**
   * The limits to be charged again before another guess, as their permits were spent.
   *
   * @param next the endpoint that is entered: limits by argument of an earlier call of it are not
   *     this call's
   */
  List<Due> spentBefore(EndpointPolicy next) {
    return spent.stream()
        .filter(due -> !isHeld(due.limit()))
        .filter(
            due ->
                due.limit().key() != LimitKey.ARGUMENT
                    || next.limits().stream().noneMatch(due.limit()::hasIdOf))
        .toList();
  }

  /** The limits that a failure counts against although no permit is held for it. */
  List<Due> unheld() {
    List<Due> due = new ArrayList<>(spent);
    lent.forEach(one -> put(due, one));
    due.removeIf(one -> isHeld(one.limit()));
    return due;
  }

  /** A guess was wrong: what is held is spent. */
  void spend() {
    failed = true;
    for (Held permit : held) {
      put(spent, permit.due());
    }
    held.clear();
  }

  /** Of each limit the latest key is kept, however many calls there were, also by argument. */
  private static void put(List<Due> list, Due due) {
    list.removeIf(other -> other.limit().hasIdOf(due.limit()));
    list.add(due);
  }
}
