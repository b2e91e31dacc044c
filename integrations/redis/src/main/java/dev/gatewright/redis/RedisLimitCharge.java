package dev.gatewright.redis;

import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.limit.LimitGroup;
import io.lettuce.core.protocol.CommandArgs;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One call's dealings with limits in Redis: it takes what it can from leases, and asks for the rest
 * with one script; where Redis cannot be asked, what the limits say about outages is done.
 */
final class RedisLimitCharge implements LimitCharge {
  private final RedisLimitGroup group;
  private final RedisRateLimiter limiter;
  private final String[] texts;
  private final String[] fingerprints;
  private final String[] keys;
  private final Counter[] counters;
  private final long[] words;
  private final @Nullable Lease[] leases;
  private final long[] asked;
  private final boolean[] charged;
  private final long[] saidAt;
  private boolean granted;
  private long now;
  private @Nullable LimitCharge inProcess;
  private boolean outage;

  RedisLimitCharge(RedisLimitGroup group) {
    int limits = group.counters().length;
    this.group = group;
    this.limiter = group.limiter();
    this.texts = new String[limits];
    this.fingerprints = new String[limits];
    this.keys = new String[limits];
    this.counters = new Counter[limits];
    this.words = new long[limits];
    this.leases = new Lease[limits];
    this.asked = new long[limits];
    this.charged = new boolean[limits];
    this.saidAt = new long[limits];
  }

  @Override
  public void key(int limit, String key) {
    texts[limit] = key;
    // Most limits of a group have one key: hashed once.
    boolean same = limit > 0 && key.equals(texts[limit - 1]);
    fingerprints[limit] = same ? fingerprints[limit - 1] : limiter.fingerprint(key);
    keys[limit] = limiter.key(group.counters()[limit], fingerprints[limit]);
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
    if (group.remembersRefusals()) {
      Refusals.Said refusal = limiter.refusals().of(keys, counters, nowNanos);
      if (refusal != null) {
        return refuse(refusal, nowNanos);
      }
    }
    granted = takeFromLeases(charging, nowNanos);
    try {
      granted = granted || ask(charging, nowNanos);
    } catch (RedisUnavailableException e) {
      returnToLeases();
      granted = decideWithoutRedis(charging, e);
    }
    return granted;
  }

  private long begin() {
    for (int i = 0; i < counters.length; i++) {
      counters[i] = group.counters()[i].get();
      leases[i] = null;
      charged[i] = false;
    }
    outage = false;
    return limiter.clock().nanos();
  }

  private boolean refuse(Refusals.Said refusal, long nowNanos) {
    refusal.copyWordsTo(words);
    Arrays.fill(saidAt, refusal.saidAt());
    now = refusal.redisTime(nowNanos);
    granted = false;
    return granted;
  }

  /** Takes the call from a lease wherever there is one. Whether Redis need not be asked. */
  private boolean takeFromLeases(boolean charging, long nowNanos) {
    boolean all = true;
    for (int i = 0; i < counters.length; i++) {
      Lease lease = counters[i].lease().exists() ? limiter.leases().of(keys[i]) : null;
      if (lease != null
          && lease.isAlive(counters[i], nowNanos)
          && (charging ? lease.take() : lease.left() > 0)) {
        leases[i] = lease;
        charged[i] = charging;
        words[i] = lease.word();
        saidAt[i] = lease.takenAt();
        now = lease.redisTime(nowNanos);
      } else {
        all = false;
      }
    }
    return all;
  }

  private void returnToLeases() {
    for (int i = 0; i < counters.length; i++) {
      Lease lease = leases[i];
      if (lease != null && charged[i]) {
        charged[i] = false;
        lease.putBack();
      }
    }
  }

  /** Asks for every limit that no lease has granted. */
  private boolean ask(boolean charging, long nowNanos) {
    @Nullable Lease[] renewing = new Lease[counters.length];
    int count = 0;
    for (int i = 0; i < counters.length; i++) {
      asked[i] = 1;
      if (leases[i] == null) {
        count++;
        Lease last = charging && counters[i].lease().exists() ? limiter.leases().of(keys[i]) : null;
        if (last != null && last.renew()) {
          renewing[i] = last;
          asked[i] = last.nextCalls(nowNanos);
        }
      }
    }
    int asking = count;
    try {
      return read(
          limiter.run(Script.ACQUIRE, args -> write(args, asking, charging)), charging, nowNanos);
    } finally {
      for (Lease last : renewing) {
        if (last != null) {
          last.renewed();
        }
      }
    }
  }

  private void write(CommandArgs<String, String> args, int count, boolean charging) {
    args.add(count);
    for (int i = 0; i < counters.length; i++) {
      if (leases[i] == null) {
        args.addKey(keys[i]);
      }
    }
    args.add(limiter.clock().redisMicros()).add(charging ? "" : "peek");
    for (int i = 0; i < counters.length; i++) {
      if (leases[i] == null) {
        counters[i].describeTo(args);
        counters[i].writeCalls(args, 1);
        counters[i].writeCalls(args, asked[i]);
      }
    }
  }

  private boolean read(long[] answer, boolean charging, long nowNanos) {
    now = answer[0];
    boolean allGrant = answer[1] == 1;
    int at = 2;
    for (int i = 0; i < counters.length; i++) {
      if (leases[i] == null) {
        words[i] = counters[i].word(answer[at], answer[at + 1]);
        saidAt[i] = now;
        if (allGrant && charging) {
          long calls = answer[at + 2] == 1 ? asked[i] : 1;
          words[i] = counters[i].charged(words[i], calls);
          charged[i] = true;
          keepLease(i, calls, nowNanos);
        }
        at += 3;
      }
    }
    if (!allGrant) {
      returnToLeases();
      if (at == 2 + 3 * counters.length && group.remembersRefusals()) {
        limiter
            .refusals()
            .remember(
                new Refusals.Said(keys.clone(), counters.clone(), words.clone(), now, nowNanos));
      }
    }
    return allGrant;
  }

  /** Keeps a lease; or that there was a call, from which the next one is sized. */
  private void keepLease(int limit, long calls, long nowNanos) {
    if (counters[limit].lease().exists() && (calls > 1 || asked[limit] == 1)) {
      Lease last = limiter.leases().of(keys[limit]);
      if (calls > 1 || last == null || !last.isAlive(counters[limit], nowNanos)) {
        Lease lease = new Lease(keys[limit], counters[limit], calls, words[limit], now, nowNanos);
        limiter.leases().put(lease);
        leases[limit] = lease;
      }
    }
  }

  private boolean decideWithoutRedis(boolean charging, RedisUnavailableException failure) {
    LimitGroup fallback = group.inProcess();
    if (fallback == null) {
      limiter.denied(group.limits());
      throw failure;
    }
    LimitCharge charge = inProcess;
    if (charge == null) {
      charge = fallback.newCharge();
      inProcess = charge;
    }
    for (int i = 0; i < texts.length; i++) {
      charge.key(i, texts[i]);
    }
    outage = true;
    granted = charging ? charge.acquire() : charge.peek();
    if (charging) {
      limiter.decidedInProcess(group.limits(), granted);
    }
    return granted;
  }

  @Override
  public LimitDecision decision(int limit) {
    LimitCharge charge = inProcess;
    if (outage && charge != null) {
      return charge.decision(limit);
    }
    Counter counter = counters[limit];
    Lease lease = leases[limit];
    if (!granted && lease == null && !counter.grants(words[limit], saidAt[limit], now)) {
      return counter.refused(words[limit], saidAt[limit], now);
    }
    LimitDecision decision = counter.granted(words[limit], saidAt[limit], now);
    return lease == null ? decision : withLeft(decision, lease);
  }

  private static LimitDecision withLeft(LimitDecision decision, Lease lease) {
    long left = decision.remaining() + lease.left() * decision.limit().cost();
    return new LimitDecision(
        decision.limit(),
        true,
        Math.min(left, decision.limit().burst()),
        decision.resetNanos(),
        0,
        0);
  }

  @Override
  public void giveBack(int limit) {
    LimitCharge charge = inProcess;
    if (outage && charge != null) {
      charge.giveBack(limit);
    } else if (charged[limit]) {
      charged[limit] = false;
      Lease lease = leases[limit];
      boolean alive = lease != null && lease.isAlive(counters[limit], limiter.clock().nanos());
      if (lease == null || !alive || !lease.putBack()) {
        var unused = limiter.giveBack(counters[limit], keys[limit], 1, saidAt[limit]);
      }
      limiter.refusals().forget(keys);
    }
  }

  @Override
  public void credit(int limit, long permits) {
    LimitCharge charge = inProcess;
    if (outage && charge != null) {
      charge.credit(limit, permits);
    } else {
      limiter.credit(group.counters()[limit].get(), keys[limit], permits);
      limiter.refusals().forget(keys);
    }
  }
}
