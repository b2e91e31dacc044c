package dev.gatewright.processor.code;

import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.Parameter;
import dev.gatewright.processor.plan.EndpointPlan;
import dev.gatewright.processor.plan.GuardPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Names of a guard's members. No parameter of a guarded method has the same name, so that no method
 * of the guard hides its fields.
 */
final class GuardNames {
  private final String endpointPolicies;
  private final IdentityHashMap<GuardedMethod, String> constantOf = new IdentityHashMap<>();
  private final List<String> constants = new ArrayList<>();
  private final String gate;
  private final String delegate;
  private final Map<ClassReference, String> consultedClasses = new LinkedHashMap<>();

  GuardNames(GuardPlan plan) {
    UniqueNames names = new UniqueNames(parameterNames(plan.type()));
    endpointPolicies = names.constant("ENDPOINT_POLICIES");
    gate = names.variable("gate");
    delegate = names.variable("delegate");
    for (EndpointPlan endpoint : plan.endpoints()) {
      GuardedMethod method = endpoint.method();
      String constant = names.constant(constantName(method.name()));
      constantOf.put(method, constant);
      constants.add(constant);
      addConsultedClasses(endpoint.keys(), names);
      addConsultedClasses(endpoint.policies(), names);
    }
  }

  private void addConsultedClasses(List<ConsultedClass> asked, UniqueNames names) {
    for (ConsultedClass each : asked) {
      consultedClasses.computeIfAbsent(
          each.type(), type -> names.variable(variableName(type.simpleName())));
    }
  }

  private static Set<String> parameterNames(GuardedType type) {
    Set<String> parameters = new HashSet<>();
    for (List<GuardedMethod> methods : List.of(type.methods(), type.delegated())) {
      for (GuardedMethod method : methods) {
        method.parameters().stream().map(Parameter::name).forEach(parameters::add);
      }
    }
    return parameters;
  }

  /** {@code transferAll} becomes {@code TRANSFER_ALL}. */
  private static String constantName(String methodName) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < methodName.length(); i++) {
      char each = methodName.charAt(i);
      if (each >= 'A' && each <= 'Z' && i > 0 && isSmallOrDigit(methodName.charAt(i - 1))) {
        name.append('_');
      }
      name.append(each);
    }
    return name.toString().toUpperCase(Locale.ROOT);
  }

  private static boolean isSmallOrDigit(char character) {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
  }

  private static String variableName(String typeName) {
    return typeName.substring(0, 1).toLowerCase(Locale.ROOT) + typeName.substring(1);
  }

  String endpointPolicies() {
    return endpointPolicies;
  }

  String constant(GuardedMethod method) {
    return Objects.requireNonNull(constantOf.get(method));
  }

  /** The constants of all methods, in order. */
  List<String> constants() {
    return constants;
  }

  String gate() {
    return gate;
  }

  String delegate() {
    return delegate;
  }

  String consultedClass(ClassReference type) {
    return Objects.requireNonNull(consultedClasses.get(type));
  }

  /** Every class that the guard asks and the field that holds it, in order of first use. */
  Map<ClassReference, String> consultedClasses() {
    return consultedClasses;
  }
}
