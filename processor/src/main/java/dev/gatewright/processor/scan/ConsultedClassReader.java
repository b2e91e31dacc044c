package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.model.ConsultedClass.Argument;
import dev.gatewright.processor.model.ConsultedClass.Fit;
import dev.gatewright.processor.model.ConsultedClass.Question;
import dev.gatewright.processor.model.SourceSpot;
import dev.gatewright.processor.model.Trait;
import dev.gatewright.processor.model.TypeKind;
import dev.gatewright.processor.model.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads classes that guards ask, and how they fit an endpoint. */
final class ConsultedClassReader {
  private static final Set<String> LOSING_DIGITS =
      Set.of("INT to FLOAT", "LONG to FLOAT", "LONG to DOUBLE");

  private final Elements elements;
  private final Types types;
  private final Members members;
  private final Sources sources;

  ConsultedClassReader(Elements elements, Types types, Members members, Sources sources) {
    this.elements = elements;
    this.types = types;
    this.members = members;
    this.sources = sources;
  }

  ConsultedClass read(AskedClass asked, SourceSpot spot, Endpoint endpoint) {
    if (!(asked.type() instanceof DeclaredType type)) {
      ClassReference name = new ClassReference("", List.of(asked.type().toString()));
      return new ConsultedClass(name, TypeKind.CLASS, Visibility.PUBLIC, Set.of(), List.of(), spot);
    }
    TypeElement element = (TypeElement) type.asElement();
    return new ConsultedClass(
        ElementNames.reference(element),
        Traits.kind(element),
        Traits.leastVisible(element),
        traits(element, asked, endpoint),
        methods(element, asked.method()).stream()
            .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
            .map(method -> question(type, method, endpoint))
            .toList(),
        spot);
  }

  /** Whether a type that the guard would have to name in order to ask is unknown. */
  boolean isUnresolved(AskedClass asked) {
    if (!(asked.type() instanceof DeclaredType type)) {
      return Unresolved.in(asked.type());
    }
    TypeElement element = (TypeElement) type.asElement();
    return Unresolved.in(type)
        || Unresolved.inSupertypes(element)
        || methods(element, asked.method()).stream()
            .anyMatch(method -> Unresolved.in((ExecutableType) method.asType()));
  }

  private Set<Trait> traits(TypeElement type, AskedClass asked, Endpoint endpoint) {
    Set<Trait> traits = Traits.of(type);
    if (endpoint.access().isHiddenByMember(type)) {
      traits.add(Trait.HIDDEN_TYPE);
    }
    if (isSubtype(type.asType(), GuardAnnotations.CALLER_PLANS)) {
      traits.add(Trait.KNOWS_PLANS);
    }
    Map<Boolean, List<ExecutableElement>> methods =
        methods(type, asked.method()).stream()
            .collect(
                Collectors.partitioningBy(each -> each.getModifiers().contains(Modifier.PUBLIC)));
    boolean overloaded =
        methods.getOrDefault(false, List.of()).stream()
            .filter(endpoint.access()::reaches)
            .anyMatch(
                other ->
                    methods.getOrDefault(true, List.of()).stream()
                        .anyMatch(each -> takesAsMany(each, other)));
    if (overloaded) {
      traits.add(Trait.OVERLOADED);
    }
    return traits;
  }

  /** Whether one call could mean either. */
  private static boolean takesAsMany(ExecutableElement one, ExecutableElement other) {
    return one.getParameters().size() == other.getParameters().size();
  }

  /** Those that others than the class itself may call. */
  private List<ExecutableElement> methods(TypeElement type, String name) {
    return members.of(Hierarchy.of(type)).stream()
        .map(Member::method)
        .filter(method -> method.getSimpleName().contentEquals(name))
        .filter(method -> !method.getModifiers().contains(Modifier.PRIVATE))
        .toList();
  }

  private Question question(DeclaredType type, ExecutableElement method, Endpoint endpoint) {
    ExecutableType signature = members.member(type, method);
    List<? extends TypeMirror> parameterTypes = signature.getParameterTypes();
    boolean takesCallerFirst =
        !parameterTypes.isEmpty()
            && parameterTypes.get(0) instanceof DeclaredType first
            && ElementNames.isNamed(first.asElement(), GuardAnnotations.CALLER);
    List<Argument> arguments = new ArrayList<>();
    for (int i = takesCallerFirst ? 1 : 0; i < parameterTypes.size(); i++) {
      arguments.add(argument(method, i, parameterTypes.get(i), endpoint));
    }
    return new Question(
        ElementNames.describe(method),
        method.getModifiers().contains(Modifier.STATIC),
        TypeReader.read(signature.getReturnType()),
        takesCallerFirst,
        TypeReader.readAll(
            signature.getThrownTypes().stream().filter(this::isCheckedException).toList()),
        arguments);
  }

  private Argument argument(
      ExecutableElement method, int position, TypeMirror type, Endpoint endpoint) {
    VariableElement parameter = method.getParameters().get(position);
    Fit fit =
        sources
            .nameOf(method, position)
            .map(name -> fit(name, type, endpoint))
            .orElse(Fit.NAME_UNKNOWN);
    return new Argument(
        parameter.getSimpleName().toString(),
        TypeReader.read(type),
        fit,
        Nullability.isAnnotated(parameter));
  }

  private Fit fit(String name, TypeMirror type, Endpoint endpoint) {
    List<? extends TypeMirror> candidates = endpoint.signature().getParameterTypes();
    Fit fit = Fit.NO_PARAMETER_OF_THAT_NAME;
    for (int i = 0; i < candidates.size(); i++) {
      Optional<String> known = sources.nameOf(endpoint.method(), i);
      if (known.isEmpty()) {
        fit = Fit.NAMES_OF_ENDPOINT_UNKNOWN;
      } else if (known.get().equals(name)) {
        return fits(candidates.get(i), type) ? unambiguous(name, i, endpoint) : Fit.TYPE_DIFFERS;
      }
    }
    return fit;
  }

  private Fit unambiguous(String name, int position, Endpoint endpoint) {
    if (endpoint.namesOtherElsewhere(name, position, sources)) {
      return Fit.NAMES_OTHER_IN_OVERRIDDEN;
    }
    return endpoint.bindsOtherBy(name, position) ? Fit.BOUND_TO_OTHER : Fit.MATCHES;
  }

  /** Assignable without an unchecked conversion, and without the loss of a digit. */
  private boolean fits(TypeMirror argument, TypeMirror parameter) {
    boolean primitive = argument.getKind().isPrimitive() || parameter.getKind().isPrimitive();
    return primitive
        ? types.isAssignable(argument, parameter) && !losesDigits(argument, parameter)
        : types.isSubtype(argument, parameter);
  }

  /** Two ids would be one: several numbers become the same float or double. */
  private boolean losesDigits(TypeMirror argument, TypeMirror parameter) {
    return LOSING_DIGITS.contains(unboxed(argument).getKind() + " to " + parameter.getKind());
  }

  private TypeMirror unboxed(TypeMirror type) {
    try {
      return types.unboxedType(type);
    } catch (IllegalArgumentException noBox) {
      return type;
    }
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
