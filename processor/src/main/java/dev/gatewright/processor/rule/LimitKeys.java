package dev.gatewright.processor.rule;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.Scheme;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.LimitSpec;
import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.SecuredSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By whom a limit counts, and whether the endpoint knows who that is. */
final class LimitKeys implements Rule {
  /** What identifies a caller only after authentication. */
  static final Set<LimitKey> OF_CALLER =
      Set.of(LimitKey.CALLER, LimitKey.SUBJECT, LimitKey.API_KEY, LimitKey.OAUTH_CLIENT);

  private static final Map<LimitKey, Scheme> SCHEME_OF_KEY =
      Map.of(LimitKey.API_KEY, Scheme.API_KEY, LimitKey.OAUTH_CLIENT, Scheme.BEARER);

  @Override
  public List<Finding> check(GuardedType type) {
    List<Finding> findings = new ArrayList<>();
    for (GuardedMethod method : type.methods()) {
      for (LimitSpec limit : method.declarations().limits()) {
        // Where a class makes the key of the arguments, the other key is not looked at.
        if (limit.keyedBy() == null) {
          checkFailures(limit, findings);
          checkChallenge(limit, findings);
          checkCaller(limit, method, findings);
        }
      }
    }
    return findings;
  }

  private static void checkFailures(LimitSpec limit, List<Finding> findings) {
    Located<Counted> count = limit.count();
    LimitKey key = limit.key().value();
    if (count.value() == Counted.FAILED_AUTHENTICATIONS && key != LimitKey.ADDRESS) {
      findings.add(
          Finding.of(LimitRule.FAILURES_BY_CALLER, count.spot(), count.spot().element(), key));
    }
  }

  private static void checkChallenge(LimitSpec limit, List<Finding> findings) {
    Located<OnLimit> onLimit = limit.onLimit();
    if (onLimit.value() == OnLimit.CHALLENGE && limit.key().value() == LimitKey.GLOBAL) {
      findings.add(
          Finding.of(LimitRule.CHALLENGE_FOR_EVERYBODY, onLimit.spot(), onLimit.spot().element()));
    }
  }

  private static void checkCaller(LimitSpec limit, GuardedMethod method, List<Finding> findings) {
    Located<LimitKey> key = limit.key();
    if (method.declarations().isOpen()) {
      if (OF_CALLER.contains(key.value())) {
        findings.add(
            Finding.of(
                LimitRule.UNKNOWN_CALLER,
                key.spot(),
                key.spot().element(),
                key.value(),
                method.spot().element()));
      }
      return;
    }
    Scheme needed = SCHEME_OF_KEY.get(key.value());
    if (needed == null) {
      return;
    }
    for (SecuredSpec secured : method.declarations().lastingSecured()) {
      List<Scheme> schemes = secured.schemes().stream().map(Located::value).toList();
      if (!schemes.isEmpty() && !schemes.contains(needed)) {
        findings.add(
            Finding.of(
                LimitRule.KEY_OF_EXCLUDED_SCHEME,
                key.spot(),
                key.spot().element(),
                key.value(),
                method.spot().element(),
                CommonScheme.joined(schemes),
                needed));
        return;
      }
    }
  }
}
