package dev.gatewright.runtime.limit;

/**
 * One call's dealings with the limits of a group. To be used for one call after the other, so that
 * a check allocates nothing. Not thread-safe.
 */
public interface LimitCharge {

  /**
   * Says whose calls are counted together; for each limit, before {@link #acquire}.
   *
   * @param limit index of the limit in {@link LimitGroup#limits}
   */
  void key(int limit, String key);

  /**
   * Takes the permits that one call costs, of every limit or of none.
   *
   * @return whether all limits grant the call
   * @throws RuntimeException if the counters cannot be reached; the request is then refused with
   *     503
   */
  boolean acquire();

  /**
   * {@link #acquire} of this charge, and if that grants, of another; in one round trip where {@link
   * LimitGroup#isAskedTogetherWith} says so.
   *
   * @param next of another group
   * @return how many of the two grant; {@code next} was not asked unless this one does
   * @throws RuntimeException as {@link #acquire} does
   */
  default int acquireThen(LimitCharge next) {
    if (!acquire()) {
      return 0;
    }
    return next.acquire() ? 2 : 1;
  }

  /**
   * Whether {@link #acquire} would grant the call now; takes nothing.
   *
   * @throws RuntimeException as {@link #acquire} does
   */
  boolean peek();

  /**
   * What a limit said to the last {@link #acquire} or {@link #peek}. After a refusal no limit is
   * charged, and those that would have granted say what is left.
   *
   * @param limit index of the limit in {@link LimitGroup#limits}
   */
  LimitDecision decision(int limit);

  /**
   * Gives back what the last {@link #acquire} took of a limit, if it granted; does nothing a second
   * time, nor after a {@link #peek}. Never raises what is left above the burst, nor what is left of
   * another window than the call's own.
   *
   * @param limit index of the limit in {@link LimitGroup#limits}
   */
  void giveBack(int limit);

  /**
   * Pays back part of what a limit's key owes, whenever it was taken; never more than it owes.
   *
   * @param limit index of the limit in {@link LimitGroup#limits}
   * @param permits at least 1
   */
  void credit(int limit, long permits);
}
