package dev.gatewright.redis;

import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/**
 * Limits as they are stored in Redis: the names of their counters, what is asked and told of them,
 * and the leases of this instance. Thread-safe.
 */
final class StoredLimits {
  private final Commands commands;
  private final RedisListener listener;
  private final KeyFingerprint fingerprint;
  private final String keyPrefix;
  private final ClusterSlots slots;
  private final Leases leases;
  private final LimiterClock clock;
  private final LongAdder denied = new LongAdder();
  private final LongAdder decidedInProcess = new LongAdder();

  StoredLimits(RedisConnection connection, ClusterSlots slots, int leasedKeys, LimiterClock clock) {
    this.commands = connection.commands();
    this.listener = connection.listener();
    this.fingerprint = connection.fingerprint();
    this.keyPrefix = connection.keyPrefix();
    this.slots = slots;
    this.leases = new Leases(leasedKeys, this::giveBack);
    this.clock = clock;
  }

  Leases leases() {
    return leases;
  }

  LimiterClock clock() {
    return clock;
  }

  String fingerprint(String key) {
    return fingerprint.of(key);
  }

  /** Whether one script can decide limits that count by different keys. */
  boolean keepsAllOnOneNode() {
    return slots == ClusterSlots.ONE;
  }

  /** The name of a key's counter. */
  String key(CurrentCounter counter, String fingerprinted) {
    return slots == ClusterSlots.BY_KEY
        ? keyPrefix + ":{" + fingerprinted + "}:" + counter.keyTail()
        : keyPrefix + ":{limits}:" + counter.keyTail() + ":" + fingerprinted;
  }

  /**
   * Runs a script, and waits for its answer.
   *
   * @throws RedisUnavailableException if Redis cannot be asked
   */
  long[] run(Script script, Commands.ScriptArguments arguments) {
    return commands.run(script, arguments);
  }

  CompletableFuture<?> giveBack(Counter counter, String key, long calls, long chargedAt) {
    LimitArgument given = counter.argument(1);
    counter.writeCalls(given, calls);
    return giveBack(
        key,
        given,
        Long.toString(chargedAt / Counter.NANOS_PER_MICRO),
        Long.toString(chargedAt % Counter.NANOS_PER_MICRO));
  }

  void credit(Counter counter, String key, long permits) {
    LimitArgument credited = counter.argument(1);
    counter.writePermits(credited, permits);
    // Sent before whatever this thread asks next, on the same connection: done before it.
    var unused = giveBack(key, credited, "", "");
  }

  private CompletableFuture<?> giveBack(
      String key, LimitArgument given, String chargedAtMicros, String chargedAtRest) {
    return commands.send(
        Script.GIVE_BACK,
        args ->
            args.add(1)
                .addKey(key)
                .add(clock.redisMicros())
                .add(given.bytes())
                .add(chargedAtMicros)
                .add(chargedAtRest));
  }

  /** Counts a call that was refused as Redis could not be asked, and tells the listener. */
  void denied(List<LimitPolicy> limits) {
    denied.increment();
    listener.denied(limits);
  }

  /** Counts a call that was decided without Redis, and tells the listener. */
  void decidedInProcess(List<LimitPolicy> limits, boolean granted) {
    decidedInProcess.increment();
    listener.decidedInProcess(limits, granted);
  }

  long deniedCalls() {
    return denied.sum();
  }

  long callsDecidedInProcess() {
    return decidedInProcess.sum();
  }

  /** Gives back what is left of this instance's leases. */
  void close() {
    leases.close();
  }
}
