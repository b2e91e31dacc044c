package dev.gatewright.redis;

import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.policy.LimitPolicy;
import io.lettuce.core.protocol.CommandArgs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call's dealings with limits in Redis: it takes what it can from leases, and asks for the rest
 * with one script, which may decide another tier in the same run; where Redis cannot be asked, what
 * the limits say about outages is done.
 */
final class RedisLimitCharge implements LimitCharge {
  private final StoredLimits stored;
  private final @Nullable Refusals refusals;
  private final List<LimitPolicy> limits;
  private final LimitCall[] calls;
  private final ChargeInProcess inProcess;
  private boolean granted;
  private long now;

  /**
   * A call.
   *
   * @param refusals remembers what Redis refused; null where nothing is remembered
   * @param inProcess decides while Redis cannot be asked; null if nothing does
   */
  RedisLimitCharge(
      StoredLimits stored,
      @Nullable Refusals refusals,
      List<LimitPolicy> limits,
      CurrentCounter[] counters,
      @Nullable LimitGroup inProcess) {
    this.stored = stored;
    this.refusals = refusals;
    this.limits = limits;
    this.calls = new LimitCall[counters.length];
    for (int i = 0; i < calls.length; i++) {
      calls[i] = new LimitCall(stored, counters[i]);
    }
    this.inProcess = new ChargeInProcess(inProcess);
  }

  @Override
  public void key(int limit, String key) {
    calls[limit].key(key, limit > 0 ? calls[limit - 1] : null);
  }

  @Override
  public boolean acquire() {
    return decide(true);
  }

  @Override
  public boolean peek() {
    return decide(false);
  }

  private boolean decide(boolean charging) {
    long nowNanos = begin();
    return !wasRefusedLately(nowNanos)
        && (takeFromLeases(charging, nowNanos) || askOrDoWithout(charging, nowNanos));
  }

  @Override
  public int acquireThen(LimitCharge other) {
    if (!(other instanceof RedisLimitCharge next)
        || next.stored != stored
        || !stored.keepsAllOnOneNode()) {
      return LimitCharge.super.acquireThen(other);
    }
    long nowNanos = begin();
    if (wasRefusedLately(nowNanos)) {
      return 0;
    }
    if (takeFromLeases(true, nowNanos)) {
      return next.acquire() ? 2 : 1;
    }
    next.begin();
    if (next.wasRefusedLately(nowNanos)) {
      return askOrDoWithout(true, nowNanos) ? 1 : 0;
    }
    if (!next.takeFromLeases(true, nowNanos)) {
      return askBothOrDoWithout(next, nowNanos);
    }
    if (askOrDoWithout(true, nowNanos)) {
      return 2;
    }
    next.returnToLeases();
    return 0;
  }

  private long begin() {
    for (LimitCall call : calls) {
      call.begin();
    }
    inProcess.rest();
    return stored.clock().nanos();
  }

  private boolean wasRefusedLately(long nowNanos) {
    Refusals.Said refusal = refusals == null ? null : refusals.of(calls, nowNanos);
    if (refusal == null) {
      return false;
    }
    refusal.copyTo(calls);
    now = refusal.redisTime(nowNanos);
    granted = false;
    return true;
  }

  /** Takes the call from a lease wherever there is one. Whether Redis need not be asked. */
  private boolean takeFromLeases(boolean charging, long nowNanos) {
    granted = true;
    for (LimitCall call : calls) {
      Lease lease = call.takeFromLease(charging, nowNanos);
      if (lease == null) {
        granted = false;
      } else {
        now = lease.redisTime(nowNanos);
      }
    }
    return granted;
  }

  private void returnToLeases() {
    for (LimitCall call : calls) {
      call.returnToLease();
    }
  }

  private boolean askOrDoWithout(boolean charging, long nowNanos) {
    try {
      granted = ask(charging, nowNanos, null) > 0;
    } catch (RedisUnavailableException e) {
      decideWithoutRedis(charging, e);
    }
    return granted;
  }

  private int askBothOrDoWithout(RedisLimitCharge next, long nowNanos) {
    try {
      int granting = ask(true, nowNanos, next);
      granted = granting > 0;
      next.granted = granting > 1;
    } catch (RedisUnavailableException e) {
      next.returnToLeases();
      decideWithoutRedis(true, e);
      if (granted) {
        next.decideWithoutRedis(true, e);
      }
    }
    return !granted ? 0 : next.granted ? 2 : 1;
  }

  /**
   * Asks for every limit that no lease has granted.
   *
   * @param next asked for too, if this one grants; null for none
   * @return how many of the two grant
   */
  private int ask(boolean charging, long nowNanos, @Nullable RedisLimitCharge next) {
    int asked = prepare(charging, nowNanos);
    int nextAsked = next == null ? 0 : next.prepare(charging, nowNanos);
    String mode = !charging ? "peek" : next == null ? "" : Integer.toString(asked);
    try {
      long[] answer =
          stored.run(
              Script.ACQUIRE,
              args -> {
                args.add(asked + nextAsked);
                writeKeys(args);
                if (next != null) {
                  next.writeKeys(args);
                }
                args.add(stored.clock().redisMicros()).add(mode);
                writeLimits(args);
                if (next != null) {
                  next.writeLimits(args);
                }
              });
      int granting = (int) answer[1];
      int end = read(answer, 2, granting > 0, charging, nowNanos);
      if (next != null && granting > 0) {
        next.read(answer, end, granting > 1, charging, nowNanos);
      } else if (next != null) {
        next.returnToLeases();
      }
      return granting;
    } finally {
      answered();
      if (next != null) {
        next.answered();
      }
    }
  }

  /** Returns how many limits are asked for. */
  private int prepare(boolean charging, long nowNanos) {
    int count = 0;
    for (LimitCall call : calls) {
      if (call.isAsked()) {
        call.prepare(charging, nowNanos);
        count++;
      }
    }
    return count;
  }

  private void answered() {
    for (LimitCall call : calls) {
      call.answered();
    }
  }

  private void writeKeys(CommandArgs<String, String> args) {
    for (LimitCall call : calls) {
      if (call.isAsked()) {
        args.addKey(call.key());
      }
    }
  }

  private void writeLimits(CommandArgs<String, String> args) {
    for (LimitCall call : calls) {
      if (call.isAsked()) {
        call.writeTo(args);
      }
    }
  }

  /** Reads what was said of these limits, from a place in the answer on. Returns where it ends. */
  private int read(long[] answer, int from, boolean grants, boolean charging, long nowNanos) {
    now = answer[0];
    int at = from;
    for (LimitCall call : calls) {
      if (call.isAsked()) {
        call.read(answer, at);
        if (grants && charging) {
          call.readCharge(answer, at, nowNanos);
        }
        at += LimitCall.ANSWERS;
      }
    }
    if (!grants) {
      returnToLeases();
      if (at == from + LimitCall.ANSWERS * calls.length && refusals != null) {
        refusals.remember(calls, now, nowNanos);
      }
    }
    return at;
  }

  private void decideWithoutRedis(boolean charging, RedisUnavailableException failure) {
    returnToLeases();
    if (!inProcess.isPossible()) {
      stored.denied(limits);
      throw failure;
    }
    granted = inProcess.decide(calls, charging);
    if (charging) {
      stored.decidedInProcess(limits, granted);
    }
  }

  @Override
  public LimitDecision decision(int limit) {
    LimitCharge without = inProcess.current();
    return without != null ? without.decision(limit) : calls[limit].decision(granted, now);
  }

  @Override
  public void giveBack(int limit) {
    LimitCharge without = inProcess.current();
    if (without != null) {
      without.giveBack(limit);
    } else if (calls[limit].giveBack()) {
      forgetRefusal();
    }
  }

  @Override
  public void credit(int limit, long permits) {
    LimitCharge without = inProcess.current();
    if (without != null) {
      without.credit(limit, permits);
    } else {
      calls[limit].credit(permits);
      forgetRefusal();
    }
  }

  private void forgetRefusal() {
    if (refusals != null) {
      refusals.forget(calls);
    }
  }
}
