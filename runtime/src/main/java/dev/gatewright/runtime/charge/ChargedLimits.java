package dev.gatewright.runtime.charge;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.runtime.exchange.ClientAddress;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request for its limits, and what it took of them. A limit by who calls is
 * charged once in an exchange, by the first endpoint that has it; a limit by argument with each
 * call; one on failed authentications with each guess ({@link FailurePermits}). One thread at a
 * time uses it.
 */
public final class ChargedLimits {

  private final Exchange exchange;
  private final ClientAddress address;
  private final List<LimitDecision> decisions = new ArrayList<>(2);
  private @Nullable FailurePermits failures;

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
      return failures != null && failures.isHeld(limit);
    }
    boolean toCaller = callerIsKnown && isByCaller(limit.key());
    for (int i = 0; i < decisions.size(); i++) {
      if (decisions.get(i).limit().hasIdOf(limit) && !(toCaller && i < firstOfCaller)) {
        return true;
      }
    }
    return false;
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
  void add(
      EndpointPolicy endpoint,
      List<LimitPolicy> declared,
      List<String> keys,
      LimitCharge charge,
      List<LimitDecision> taken) {
    for (int i = 0; i < taken.size(); i++) {
      int index = i;
      LimitDecision decision = taken.get(i);
      if (isOnFailures(decision.limit())) {
        failures = failures == null ? new FailurePermits() : failures;
        failures.hold(endpoint, declared.get(i), keys.get(i), () -> charge.giveBack(index));
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
        if (decisions.get(i).limit().hasIdOf(decision.limit())) {
          if (decision.remaining() <= decisions.get(i).remaining()) {
            decisions.set(i, decision);
          }
          return;
        }
      }
    }
    decisions.add(decision);
  }

  /** What is held of limits on failed authentications; null where none was charged. */
  @Nullable FailurePermits failures() {
    return failures;
  }

  /** Whether an authentication failed that a limit was charged for. */
  public boolean hasFailed() {
    return failures != null && failures.hasFailed();
  }

  /** No guess was wrong: pays back what limits on failed authentications hold. */
  public void giveBack() {
    if (failures != null) {
      failures.giveBack();
    }
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
      reported.removeIf(earlier -> earlier.limit().hasIdOf(decision.limit()));
    }
    reported.addAll(refusing);
    return reported;
  }
}
