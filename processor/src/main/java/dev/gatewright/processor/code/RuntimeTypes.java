package dev.gatewright.processor.code;

import com.palantir.javapoet.ClassName;

/** What generated code uses of the runtime, by name: the processor does not depend on it. */
final class RuntimeTypes {
  private static final String RUNTIME = "dev.gatewright.runtime";

  static final ClassName GATE = ClassName.get(RUNTIME, "Gate");
  static final ClassName GUARD = ClassName.get(RUNTIME, "Guard");
  static final ClassName GUARD_OF = ClassName.get(RUNTIME, "GuardOf");
  static final ClassName PASSAGE = ClassName.get(RUNTIME, "Passage");
  static final ClassName VIOLATIONS = ClassName.get(RUNTIME + ".input", "Violations");
  static final ClassName ENDPOINT_POLICY = ClassName.get(RUNTIME + ".policy", "EndpointPolicy");
  static final ClassName LIMIT_POLICY = ClassName.get(RUNTIME + ".policy", "LimitPolicy");
  static final ClassName SCHEME = ClassName.get("dev.gatewright", "Scheme");
  static final ClassName STRATEGY = ClassName.get("dev.gatewright", "Strategy");
  static final ClassName LIMIT_KEY = ClassName.get("dev.gatewright", "LimitKey");
  static final ClassName COUNTED = ClassName.get("dev.gatewright", "Counted");
  static final ClassName ON_LIMIT = ClassName.get("dev.gatewright", "OnLimit");
  static final ClassName ON_OUTAGE = ClassName.get("dev.gatewright", "OnOutage");

  private RuntimeTypes() {}
}
