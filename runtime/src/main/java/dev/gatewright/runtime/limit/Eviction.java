package dev.gatewright.runtime.limit;

/**
 * What a key starts with that finds no free slot in its limit's table, as under a flood of keys. In
 * both modes no key that has a slot loses anything, and no flood gives anybody a fresh limit.
 */
public enum Eviction {

  /**
   * With the largest debt of the keys that had to make room: nobody ever gets more than its limit,
   * and honest newcomers may have to wait until that debt is paid. The default.
   */
  STRICT,

  /**
   * With that debt, but at most so much that one call is granted: every newcomer is let in once,
   * and so is, again, an exhausted key that had to make room.
   */
  LENIENT
}
