package dev.gatewright.redis;

import dev.gatewright.runtime.limit.LimitDecision;
import io.lettuce.core.protocol.CommandArgs;
import org.jspecify.annotations.Nullable;

/** One call's dealings with one of its limits, by a lease or by the script. Not thread-safe. */
final class LimitCall {

  /** Numbers that the script says of each limit. */
  static final int ANSWERS = 3;

  private final StoredLimits stored;
  private final CurrentCounter current;
  private String text = "";
  private String fingerprint = "";
  private String key = "";
  private Counter counter;
  private long word;
  private long saidAt;
  private boolean charged;
  private long asked;
  private @Nullable Lease lease;
  private @Nullable Lease renewing;

  LimitCall(StoredLimits stored, CurrentCounter current) {
    this.stored = stored;
    this.current = current;
    this.counter = current.get();
  }

  /**
   * Says whose call it is.
   *
   * @param other another limit of the same call, which often has the same key; null for none
   */
  void key(String newText, @Nullable LimitCall other) {
    text = newText;
    fingerprint =
        other != null && newText.equals(other.text)
            ? other.fingerprint
            : stored.fingerprint(newText);
    key = stored.key(current, fingerprint);
  }

  /** The key as the application knows it. */
  String text() {
    return text;
  }

  /** Where the counter is in Redis. */
  String key() {
    return key;
  }

  Counter counter() {
    return counter;
  }

  /** What Redis said of the key, with what this call was charged. */
  long word() {
    return word;
  }

  /** Another call begins. */
  void begin() {
    counter = current.get();
    lease = null;
    charged = false;
  }

  /** Redis said this before. */
  void remember(long newWord, long newSaidAt) {
    word = newWord;
    saidAt = newSaidAt;
  }

  /** Takes the call from the key's lease. Null where it has none, or none is left. */
  @Nullable Lease takeFromLease(boolean charging, long nowNanos) {
    Lease found = lastLease();
    if (found == null
        || !found.isAlive(counter, nowNanos)
        || !(charging ? found.take() : found.left() > 0)) {
      return null;
    }
    lease = found;
    charged = charging;
    word = found.word();
    saidAt = found.takenAt();
    return found;
  }

  /** Undoes {@link #takeFromLease}. */
  void returnToLease() {
    Lease taken = lease;
    if (taken != null && charged) {
      charged = false;
      taken.putBack();
    }
  }

  /** Whether Redis has to be asked. */
  boolean isAsked() {
    return lease == null;
  }

  /** Decides how many calls are asked for: several where that is a lease. */
  void prepare(boolean charging, long nowNanos) {
    asked = 1;
    Lease last = charging ? lastLease() : null;
    if (last != null && last.renew()) {
      renewing = last;
      asked = last.nextCalls(nowNanos);
    }
  }

  /** After {@link #prepare}, in any case. */
  void answered() {
    Lease last = renewing;
    if (last != null) {
      renewing = null;
      last.renewed();
    }
  }

  void writeTo(CommandArgs<String, String> args) {
    LimitArgument limit = counter.argument(2);
    counter.writeCalls(limit, 1);
    counter.writeCalls(limit, asked);
    args.add(limit.bytes());
  }

  /** Reads what the script found, at a place in its answer. */
  void read(long[] answer, int at) {
    word = counter.word(answer[at], answer[at + 1]);
    saidAt = answer[0];
  }

  /** Reads what the script charged after that. */
  void readCharge(long[] answer, int at, long nowNanos) {
    long calls = answer[at + 2] == 1 ? asked : 1;
    word = counter.charged(word, calls);
    charged = true;
    keepLease(calls, nowNanos);
  }

  /** Keeps a lease; or that there was a call, from which the next one is sized. */
  private void keepLease(long calls, long nowNanos) {
    if (counter.lease().exists() && (calls > 1 || asked == 1)) {
      Lease last = lastLease();
      if (calls > 1 || last == null || !last.isAlive(counter, nowNanos)) {
        lease = new Lease(key, counter, calls, word, saidAt, nowNanos);
        stored.leases().put(lease);
      }
    }
  }

  private @Nullable Lease lastLease() {
    return counter.lease().exists() ? stored.leases().of(key) : null;
  }

  LimitDecision decision(boolean granted, long now) {
    Lease taken = lease;
    if (!granted && taken == null && !counter.grants(word, saidAt, now)) {
      return counter.refused(word, saidAt, now);
    }
    LimitDecision decision = counter.granted(word, saidAt, now);
    return taken == null ? decision : withLeft(decision, taken);
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

  /** Gives the call back, to its lease or to Redis. Whether it was charged. */
  boolean giveBack() {
    if (!charged) {
      return false;
    }
    charged = false;
    Lease taken = lease;
    boolean alive = taken != null && taken.isAlive(counter, stored.clock().nanos());
    if (taken == null || !alive || !taken.putBack()) {
      var unused = stored.giveBack(counter, key, 1, counter.chargedAt(word, saidAt));
    }
    return true;
  }

  void credit(long permits) {
    stored.credit(current.get(), key, permits);
  }
}
