package dev.gatewright.runtime.charge;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.runtime.exchange.ClientAddress;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request for its limits, and what it took of them. A limit by who calls is
 * charged once in an exchange, by the first endpoint that has it; a limit by argument with each
 * call. One on failed authentications is charged in advance, and not again before that charge was
 * paid back or spent on a failure. One thread at a time uses it.
 */
public final class ChargedLimits {

  /** A permit that is paid back unless authentication fails. */
  private record Held(LimitPolicy policy, LimitCharge charge, int limit) {}

  private final Exchange exchange;
  private final ClientAddress address;
  private final List<LimitDecision> decisions = new ArrayList<>(2);
  private @Nullable List<Held> held;

  /** From this decision on, limits by caller were charged to the caller; before, to the address. */
  private int firstOfCaller = Integer.MAX_VALUE;

  private boolean unreported;

  /** Nothing was taken yet by a request of this client. */
  public ChargedLimits(Exchange exchange, ClientAddress address) {
    this.exchange = exchange;
    this.address = address;
  }

  Exchange exchange() {
    return exchange;
  }

  ClientAddress address() {
    return address;
  }

  /**
   * Whether this exchange was charged by a limit already.
   *
   * @param callerIsKnown whether the caller would be charged; then it does not count that a limit
   *     by caller was charged to the address, by an open endpoint
   */
  boolean contain(LimitPolicy limit, boolean callerIsKnown) {
    if (limit.key() == LimitKey.ARGUMENT) {
      return false;
    }
    if (isOnFailures(limit)) {
      return isHeld(limit);
    }
    boolean toCaller = callerIsKnown && isByCaller(limit.key());
    for (int i = 0; i < decisions.size(); i++) {
      if (isSame(decisions.get(i).limit(), limit) && !(toCaller && i < firstOfCaller)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHeld(LimitPolicy limit) {
    for (int i = 0; held != null && i < held.size(); i++) {
      if (isSame(held.get(i).policy(), limit)) {
        return true;
      }
    }
    return false;
  }

  /** By {@link LimitPolicy#id}, without making its text. */
  private static boolean isSame(LimitPolicy one, LimitPolicy other) {
    return one.name().equals(other.name()) && one.scope().equals(other.scope());
  }

  private static boolean isByCaller(LimitKey key) {
    return switch (key) {
      case CALLER, SUBJECT, API_KEY, OAUTH_CLIENT -> true;
      case ADDRESS, GLOBAL, ARGUMENT -> false;
    };
  }

  static boolean isOnFailures(LimitPolicy limit) {
    return limit.counted() == Counted.FAILED_AUTHENTICATIONS;
  }

  /** Somebody authenticated: from now on limits by caller know whom to charge. */
  public void callerIsKnown() {
    firstOfCaller = Math.min(firstOfCaller, decisions.size());
  }

  /** Notes what a charge took. */
  void add(LimitCharge charge, List<LimitDecision> taken) {
    for (int i = 0; i < taken.size(); i++) {
      LimitDecision decision = taken.get(i);
      if (isOnFailures(decision.limit())) {
        held = held == null ? new ArrayList<>(1) : held;
        held.add(new Held(decision.limit(), charge, i));
      } else {
        add(decision);
      }
    }
  }

  /** Of a limit by argument only the tightest decision is kept, however many calls it counted. */
  private void add(LimitDecision decision) {
    unreported = true;
    if (decision.limit().key() == LimitKey.ARGUMENT) {
      for (int i = 0; i < decisions.size(); i++) {
        if (isSame(decisions.get(i).limit(), decision.limit())) {
          if (decision.remaining() <= decisions.get(i).remaining()) {
            decisions.set(i, decision);
          }
          return;
        }
      }
    }
    decisions.add(decision);
  }

  /** How many permits are held, for {@link #giveBackFrom}. */
  public int heldPermits() {
    return held == null ? 0 : held.size();
  }

  /**
   * Pays the permits back that were held later than the first so many, and forgets each before:
   * where a store fails on the way, a permit may be lost, but none is paid back twice.
   */
  public void giveBackFrom(int first) {
    while (held != null && held.size() > first) {
      Held last = held.remove(held.size() - 1);
      last.charge().giveBack(last.limit());
    }
  }

  /** Authentication failed: what was charged in advance stays charged. */
  public void spendHeld() {
    held = null;
  }

  /**
   * What limits said that the client is told of; empty where nothing is new since the last time.
   */
  List<LimitDecision> unreported() {
    if (!unreported) {
      return List.of();
    }
    unreported = false;
    return decisions;
  }

  /** What the client is told of limits when others refuse: theirs in place of what was before. */
  List<LimitDecision> reportedWith(List<LimitDecision> refusing) {
    List<LimitDecision> reported = new ArrayList<>(decisions);
    for (LimitDecision decision : refusing) {
      reported.removeIf(earlier -> isSame(earlier.limit(), decision.limit()));
    }
    reported.addAll(refusing);
    return reported;
  }
}
