package dev.gatewright.processor.code;

import dev.gatewright.processor.model.ClassReference;
import java.util.List;

/** What generated code uses of the runtime, by name: the processor does not depend on it. */
final class RuntimeTypes {
  private static final String RUNTIME = "dev.gatewright.runtime";

  static final ClassReference GATE = type(RUNTIME, "Gate");
  static final ClassReference GUARD = type(RUNTIME, "Guard");
  static final ClassReference GUARD_OF = type(RUNTIME, "GuardOf");
  static final ClassReference PASSAGE = type(RUNTIME, "Passage");
  static final ClassReference VIOLATIONS = type(RUNTIME + ".input", "Violations");
  static final ClassReference ENDPOINT_POLICY = type(RUNTIME + ".policy", "EndpointPolicy");
  static final ClassReference LIMIT_POLICY = type(RUNTIME + ".policy", "LimitPolicy");
  static final ClassReference SCHEME = type("dev.gatewright", "Scheme");
  static final ClassReference STRATEGY = type("dev.gatewright", "Strategy");
  static final ClassReference LIMIT_KEY = type("dev.gatewright", "LimitKey");
  static final ClassReference COUNTED = type("dev.gatewright", "Counted");
  static final ClassReference ON_LIMIT = type("dev.gatewright", "OnLimit");
  static final ClassReference ON_OUTAGE = type("dev.gatewright", "OnOutage");

  private RuntimeTypes() {}

  private static ClassReference type(String packageName, String simpleName) {
    return new ClassReference(packageName, List.of(simpleName));
  }
}
