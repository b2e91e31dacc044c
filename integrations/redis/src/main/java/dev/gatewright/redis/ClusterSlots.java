package dev.gatewright.redis;

/**
 * Which counters lie in one slot of a Redis Cluster, and so on one of its nodes. A script sees one
 * slot only, and limits that are decided together are decided by one script. Without a cluster it
 * makes no difference. All instances have to use the same.
 */
public enum ClusterSlots {

  /** All counters in one slot: any limits can be decided together, and one node counts for all. */
  ONE,

  /**
   * The counters of one key in one slot: the nodes share the work. Limits that are decided together
   * then have to count by the same {@link dev.gatewright.LimitKey}, and all calls of a {@link
   * dev.gatewright.LimitKey#GLOBAL} limit are counted by one node.
   */
  BY_KEY
}
