package dev.gatewright.processor.rule;

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
  private static final String ADDRESS = "ADDRESS";
  private static final String GLOBAL = "GLOBAL";

  /** What identifies a caller only after authentication. */
  private static final Set<String> OF_CALLER =
      Set.of("CALLER", "SUBJECT", "API_KEY", "OAUTH_CLIENT");

  private static final Map<String, String> SCHEME_OF_KEY =
      Map.of("API_KEY", "API_KEY", "OAUTH_CLIENT", "BEARER");

  @Override
  public List<Finding> check(GuardedType type) {
    List<Finding> findings = new ArrayList<>();
    for (GuardedMethod method : type.methods()) {
      for (LimitSpec limit : method.declarations().limits()) {
        checkFailures(limit, findings);
        checkWindow(limit, findings);
        checkCaller(limit, method, findings);
      }
    }
    return findings;
  }

  private static void checkFailures(LimitSpec limit, List<Finding> findings) {
    Located<String> count = limit.count();
    String key = limit.key().value();
    if (count.value().equals("FAILED_AUTHENTICATIONS") && !key.equals(ADDRESS)) {
      findings.add(
          Finding.of(LimitRule.FAILURES_NOT_BY_ADDRESS, count.spot(), count.spot().element(), key));
    }
  }

  private static void checkWindow(LimitSpec limit, List<Finding> findings) {
    Located<String> key = limit.key();
    String strategy = limit.strategy().value();
    if (key.value().equals(GLOBAL) && !strategy.equals("FIXED_WINDOW")) {
      findings.add(
          Finding.of(LimitRule.GLOBAL_WITHOUT_WINDOW, key.spot(), key.spot().element(), strategy));
    }
  }

  private static void checkCaller(LimitSpec limit, GuardedMethod method, List<Finding> findings) {
    Located<String> key = limit.key();
    String endpoint = method.spot().element();
    if (method.declarations().isOpen()) {
      if (OF_CALLER.contains(key.value())) {
        findings.add(
            Finding.of(
                LimitRule.UNKNOWN_CALLER, key.spot(), key.spot().element(), key.value(), endpoint));
      }
      return;
    }
    String needed = SCHEME_OF_KEY.get(key.value());
    if (needed == null) {
      return;
    }
    for (SecuredSpec secured : method.declarations().lastingSecured()) {
      List<String> schemes = secured.schemes().stream().map(Located::value).toList();
      if (!schemes.isEmpty() && !schemes.contains(needed)) {
        findings.add(
            Finding.of(
                LimitRule.KEY_OF_EXCLUDED_SCHEME,
                key.spot(),
                key.spot().element(),
                key.value(),
                endpoint,
                String.join(", ", schemes),
                needed));
        return;
      }
    }
  }
}
