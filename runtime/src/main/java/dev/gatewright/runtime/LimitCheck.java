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
  private final RateLimiter limiter;

  LimitCheck(RateLimiter limiter) {
    this.limiter = limiter;
  }

  /** Limits by address. A limit on failures is charged now and paid back once all went well. */
  void beforeAuthentication(CurrentExchange current, EndpointPolicy policy) {
    List<LimitPolicy> limits = policy.limits();
    int from = current.decisions().size();
    for (int i = 0; i < limits.size(); i++) {
      LimitPolicy limit = limits.get(i);
      if (limit.key() == LimitKey.ADDRESS) {
        acquire(current, limit, current.client().address().limitKey(), from, null);
      }
    }
  }

  /** All other limits; the shared, global ones last, as they cannot be paid back. */
  void afterAuthentication(
      CurrentExchange current, EndpointPolicy policy, @Nullable Caller caller) {
    List<LimitPolicy> limits = policy.limits();
    int from = current.decisions().size();
    for (int i = 0; i < limits.size(); i++) {
      LimitPolicy limit = limits.get(i);
      if (limit.key() != LimitKey.ADDRESS && limit.key() != LimitKey.GLOBAL) {
        acquire(current, limit, keyOf(limit.key(), current, caller), from, caller);
      }
    }
    for (int i = 0; i < limits.size(); i++) {
      LimitPolicy limit = limits.get(i);
      if (limit.key() == LimitKey.GLOBAL) {
        acquire(current, limit, "", from, caller);
      }
    }
  }

  /** Authentication succeeded: what was held against its failure is paid back. */
  void giveBack(List<CurrentExchange.HeldPermit> held) {
    for (CurrentExchange.HeldPermit permit : held) {
      limiter.giveBack(permit.granted(), permit.key());
    }
    held.clear();
  }

  private void acquire(
      CurrentExchange current, LimitPolicy limit, String key, int from, @Nullable Caller caller) {
    LimitDecision decision = limiter.acquire(limit, key);
    List<LimitDecision> decisions = current.decisions();
    if (decision.granted()) {
      if (limit.counted() == Counted.FAILED_AUTHENTICATIONS) {
        current.held().add(new CurrentExchange.HeldPermit(decision, key));
      } else {
        decisions.add(decision);
      }
      return;
    }
    for (LimitDecision granted : decisions.subList(from, decisions.size())) {
      limiter.giveBack(granted, keyOf(granted.limit().key(), current, caller));
    }
    giveBack(current.held());
    List<LimitDecision> reported = new ArrayList<>(decisions);
    reported.add(decision);
    throw current.refuse(
        Refusal.of(RefusalReason.LIMIT_EXCEEDED, "limit " + limit.id())
            .withViolatedPolicy(limit.name())
            .withHeaders(RateLimitHeaders.of(reported)));
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

  /**
   * Whose calls are counted together. The kinds are told apart, and each part that a client can
   * choose comes after a length, so that no two callers share a key.
   */
  private static String keyOf(LimitKey key, CurrentExchange current, @Nullable Caller caller) {
    if (key == LimitKey.ADDRESS || caller == null) {
      return current.client().address().limitKey();
    }
    String clientId = caller.clientId();
    if (key == LimitKey.OAUTH_CLIENT && clientId != null) {
      return "client:" + caller.issuer().length() + ':' + caller.issuer() + clientId;
    }
    if (key == LimitKey.SUBJECT) {
      return "subject:" + caller.issuer().length() + ':' + caller.issuer() + caller.subject();
    }
    String credentialId = caller.credentialId();
    if (caller.scheme() == Scheme.API_KEY && credentialId != null) {
      return "key:" + credentialId;
    }
    return "caller:" + caller.issuer().length() + ':' + caller.issuer() + caller.subject();
  }
}
