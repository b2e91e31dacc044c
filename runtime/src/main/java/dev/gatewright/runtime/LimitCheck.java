package dev.gatewright.runtime;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.Scheme;
import dev.gatewright.runtime.auth.Caller;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.limit.RateLimitHeaders;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts a call against its limits (OWASP API4:2023): those by address before authentication, as
 * they protect the cryptography; all others after it. Within each of the two, either all limits
 * grant or none is charged.
 */
final class LimitCheck {

  /** Permits that a call took of a limit. */
  record Charge(LimitDecision granted, String key) {}

  private final RateLimiter limiter;

  LimitCheck(RateLimiter limiter) {
    this.limiter = limiter;
  }

  /** Limits by address. A limit on failures is charged now and paid back once all went well. */
  void beforeAuthentication(CurrentExchange current, EndpointPolicy policy) {
    List<LimitPolicy> limits = policy.limits();
    List<Charge> charges = null;
    for (int i = 0; i < limits.size(); i++) {
      if (limits.get(i).key() == LimitKey.ADDRESS) {
        charges = charge(current, limits.get(i), null, charges);
      }
    }
    keep(current, charges);
  }

  /** All other limits; the shared, global ones last, as they cannot be paid back. */
  void afterAuthentication(
      CurrentExchange current, EndpointPolicy policy, @Nullable Caller caller) {
    List<LimitPolicy> limits = policy.limits();
    List<Charge> charges = null;
    for (int i = 0; i < limits.size(); i++) {
      LimitKey key = limits.get(i).key();
      if (key != LimitKey.ADDRESS && key != LimitKey.GLOBAL) {
        charges = charge(current, limits.get(i), caller, charges);
      }
    }
    for (int i = 0; i < limits.size(); i++) {
      if (limits.get(i).key() == LimitKey.GLOBAL) {
        charges = charge(current, limits.get(i), caller, charges);
      }
    }
    keep(current, charges);
  }

  /**
   * Pays charges back, and forgets each before: where a store fails on the way, a permit may be
   * lost, but none is paid back twice.
   */
  void giveBack(List<Charge> charges) {
    while (!charges.isEmpty()) {
      Charge charge = charges.remove(charges.size() - 1);
      limiter.giveBack(charge.granted(), charge.key());
    }
  }

  /** Sets the headers that tell an admitted client what is left. */
  void report(CurrentExchange current) {
    List<LimitDecision> decisions = current.decisions();
    if (decisions.isEmpty()) {
      return;
    }
    for (Map.Entry<String, String> header : RateLimitHeaders.of(decisions).entrySet()) {
      current.exchange().setResponseHeader(header.getKey(), header.getValue());
    }
  }

  /** Charges one limit, or pays all charges of this tier back and refuses. */
  private List<Charge> charge(
      CurrentExchange current,
      LimitPolicy limit,
      @Nullable Caller caller,
      @Nullable List<Charge> earlier) {
    String key = keyOf(limit.key(), current, caller);
    LimitDecision decision = limiter.acquire(limit, key);
    List<Charge> charges = earlier == null ? new ArrayList<>(2) : earlier;
    if (decision.granted()) {
      charges.add(new Charge(decision, key));
      return charges;
    }
    List<LimitDecision> reported = new ArrayList<>(current.decisions());
    for (Charge charge : charges) {
      if (charge.granted().limit().counted() == Counted.EVERY_CALL) {
        reported.add(paidBack(charge.granted()));
      }
    }
    reported.add(decision);
    giveBack(charges);
    throw current.refuse(
        Refusal.of(RefusalReason.LIMIT_EXCEEDED, "limit " + limit.id())
            .withViolatedPolicy(limit.name())
            .withHeaders(RateLimitHeaders.of(reported)));
  }

  private static void keep(CurrentExchange current, @Nullable List<Charge> charges) {
    if (charges == null) {
      return;
    }
    for (int i = 0; i < charges.size(); i++) {
      if (charges.get(i).granted().limit().counted() == Counted.FAILED_AUTHENTICATIONS) {
        current.held().add(charges.get(i));
      } else {
        current.decisions().add(charges.get(i).granted());
      }
    }
  }

  /** What a client may be told of a limit that granted, and got its permits back. */
  private static LimitDecision paidBack(LimitDecision granted) {
    LimitPolicy limit = granted.limit();
    if (limit.key() == LimitKey.GLOBAL) {
      return granted;
    }
    return new LimitDecision(
        limit,
        true,
        granted.remaining() + limit.cost(),
        granted.resetNanos(),
        granted.retryAfterNanos(),
        granted.decidedAtNanos());
  }

  /**
   * Whose calls are counted together. The kinds are told apart, and each part that a client can
   * choose comes after a length, so that no two callers share a key.
   */
  private static String keyOf(LimitKey key, CurrentExchange current, @Nullable Caller caller) {
    if (key == LimitKey.GLOBAL) {
      return "";
    }
    if (key == LimitKey.ADDRESS || caller == null) {
      return current.client().address().limitKey();
    }
    String clientId = caller.clientId();
    if (key == LimitKey.OAUTH_CLIENT && clientId != null) {
      return joined("client:", caller.issuer(), clientId);
    }
    if (key == LimitKey.SUBJECT) {
      return joined("subject:", caller.issuer(), caller.subject());
    }
    String credentialId = caller.credentialId();
    if (caller.scheme() == Scheme.API_KEY && credentialId != null) {
      return joined("key:", caller.issuer(), credentialId);
    }
    return joined("caller:", caller.issuer(), caller.subject());
  }

  private static String joined(String kind, String issuer, String name) {
    return kind + issuer.length() + ':' + issuer + name;
  }
}
