package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.PolicySpec;
import dev.gatewright.processor.model.PolicySpec.Fit;
import dev.gatewright.processor.model.PolicySpec.PermitsMethod;
import dev.gatewright.processor.model.PolicySpec.PolicyParameter;
import dev.gatewright.processor.model.TypeKind;
import dev.gatewright.processor.model.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads policy classes, and how they fit an endpoint. */
final class PolicyReader {
  private final Elements elements;
  private final Types types;
  private final Members members;

  PolicyReader(Elements elements, Types types, Members members) {
    this.elements = elements;
    this.types = types;
    this.members = members;
  }

  PolicySpec read(Located<TypeMirror> literal, Endpoint endpoint) {
    if (!(literal.value() instanceof DeclaredType type)) {
      ClassReference name = new ClassReference("", List.of(literal.value().toString()));
      return new PolicySpec(
          name, TypeKind.CLASS, Visibility.PUBLIC, Set.of(), List.of(), literal.spot());
    }
    TypeElement element = (TypeElement) type.asElement();
    return new PolicySpec(
        ElementNames.reference(element),
        Traits.kind(element),
        Traits.leastVisible(element),
        Traits.of(element),
        permitsMethods(element).stream()
            .map(method -> permitsMethod(type, method, endpoint))
            .toList(),
        literal.spot());
  }

  /** Whether a type that the guard would have to name for this policy is unknown. */
  boolean isUnresolved(TypeMirror literal) {
    if (!(literal instanceof DeclaredType type)) {
      return Unresolved.in(literal);
    }
    TypeElement element = (TypeElement) type.asElement();
    return Unresolved.in(type)
        || Unresolved.inSupertypes(element)
        || permitsMethods(element).stream()
            .anyMatch(method -> Unresolved.in((ExecutableType) method.asType()));
  }

  private List<ExecutableElement> permitsMethods(TypeElement policy) {
    return members.of(Hierarchy.of(policy)).stream()
        .map(Member::method)
        .filter(method -> method.getSimpleName().contentEquals("permits"))
        .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
        .toList();
  }

  private PermitsMethod permitsMethod(
      DeclaredType policy, ExecutableElement method, Endpoint endpoint) {
    ExecutableType signature = members.member(policy, method);
    List<? extends TypeMirror> parameterTypes = signature.getParameterTypes();
    boolean takesCallerFirst =
        !parameterTypes.isEmpty()
            && parameterTypes.get(0) instanceof DeclaredType first
            && ElementNames.isNamed(first.asElement(), GuardAnnotations.CALLER);
    List<PolicyParameter> parameters = new ArrayList<>();
    for (int i = takesCallerFirst ? 1 : 0; i < parameterTypes.size(); i++) {
      parameters.add(parameter(method.getParameters().get(i), parameterTypes.get(i), endpoint));
    }
    return new PermitsMethod(
        ElementNames.describe(method),
        method.getModifiers().contains(Modifier.STATIC),
        signature.getReturnType().getKind() == javax.lang.model.type.TypeKind.BOOLEAN,
        takesCallerFirst,
        TypeReader.readAll(
            signature.getThrownTypes().stream().filter(this::isCheckedException).toList()),
        parameters);
  }

  private PolicyParameter parameter(VariableElement parameter, TypeMirror type, Endpoint endpoint) {
    String name = parameter.getSimpleName().toString();
    Optional<TypeMirror> counterpart = endpoint.parameter(name);
    Fit fit =
        counterpart
            .map(found -> fits(found, type) ? Fit.MATCHES : Fit.TYPE_DIFFERS)
            .orElse(Fit.NO_PARAMETER_OF_THAT_NAME);
    return new PolicyParameter(
        name, TypeReader.read(type), fit, Nullability.isAnnotated(parameter));
  }

  /** Assignable without an unchecked conversion. */
  private boolean fits(TypeMirror argument, TypeMirror parameter) {
    boolean primitive = argument.getKind().isPrimitive() || parameter.getKind().isPrimitive();
    return primitive
        ? types.isAssignable(argument, parameter)
        : types.isSubtype(argument, parameter);
  }

  private boolean isCheckedException(TypeMirror thrown) {
    return !isSubtype(thrown, "java.lang.RuntimeException")
        && !isSubtype(thrown, "java.lang.Error");
  }

  private boolean isSubtype(TypeMirror type, String supertype) {
    TypeElement element = elements.getTypeElement(supertype);
    return element != null && types.isSubtype(type, element.asType());
  }
}
