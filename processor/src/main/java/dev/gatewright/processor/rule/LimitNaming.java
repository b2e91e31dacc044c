package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.LimitNames;
import dev.gatewright.processor.model.LimitSpec;
import dev.gatewright.processor.model.SourceSpot;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names of limits: what headers can carry, and each only once at an endpoint. */
final class LimitNaming implements Rule {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]+");

  @Override
  public List<Finding> check(GuardedType type) {
    List<Finding> findings = new ArrayList<>();
    type.methods().forEach(method -> check(method, findings));
    return findings;
  }

  private static void check(GuardedMethod method, List<Finding> findings) {
    List<LimitSpec> limits = method.declarations().limits();
    List<String> names = LimitNames.of(method);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      SourceSpot spot = limits.get(i).name().spot();
      if (!ALLOWED.matcher(name).matches()) {
        findings.add(Finding.of(LimitRule.BAD_NAME, spot, spot.element(), Quoted.of(name)));
      }
      if (names.subList(0, i).contains(name)) {
        findings.add(
            Finding.of(
                LimitRule.NAME_TWICE,
                spot,
                spot.element(),
                Quoted.of(name),
                method.spot().element()));
      }
    }
  }
}
