package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.Declarations;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.Parameter;
import dev.gatewright.processor.model.Route;
import dev.gatewright.processor.model.TypeUse.AnnotationText;
import java.lang.annotation.ElementType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads methods as members of the type that has a guard. */
final class MethodReader {
  private final AnnotationNames annotations;
  private final Members members;
  private final SpecReader specs;
  private final RepeatedAnnotations repeated;
  private final UncheckedInputReader uncheckedInputs;
  private final SpringValidationReader springValidations;
  private final ValidationAnnotations validation;

  MethodReader(
      AnnotationNames annotations,
      RepeatedAnnotations repeated,
      ConstrainedTypes constrained,
      Members members,
      SpecReader specs,
      Sources sources) {
    this.annotations = annotations;
    this.members = members;
    this.specs = specs;
    this.repeated = repeated;
    this.validation = constrained.validation();
    this.springValidations = new SpringValidationReader(annotations, constrained);
    this.uncheckedInputs =
        new UncheckedInputReader(annotations, sources, members, constrained, springValidations);
  }

  /** Tells that what was seen of elements in the round before holds no longer. */
  void startRound() {
    uncheckedInputs.startRound();
  }

  Endpoint endpoint(Hierarchy hierarchy, Member member, TypeAccess access) {
    DeclaredType site = (DeclaredType) hierarchy.type().asType();
    return new Endpoint(
        member.method(), members.member(site, member.method()), member.overridden(), access);
  }

  /** Reads a method; the route is null where nothing maps it. */
  GuardedMethod read(Hierarchy hierarchy, Member member, Endpoint endpoint, @Nullable Route route) {
    ExecutableElement method = member.method();
    DeclaredType site = (DeclaredType) hierarchy.type().asType();
    ExecutableType signature = endpoint.signature();
    TypeMirror returnType = members.returnType(site, member);
    SignatureReader written = new SignatureReader(method, endpoint.access(), validation);
    Declarations declarations = specs.read(hierarchy, member, endpoint);
    boolean validated = !declarations.inputs().isEmpty();
    return new GuardedMethod(
        method.getSimpleName().toString(),
        ElementNames.reference(member.declaredIn()),
        route,
        Traits.visibility(method),
        Traits.of(method),
        hidden(hierarchy, member, endpoint),
        written.typeParameters(signature.getTypeVariables()),
        TypeReader.read(returnType),
        written.returnType(returnType),
        parameters(hierarchy, endpoint, written),
        method.isVarArgs(),
        TypeReader.readAll(members.thrownTypes(site, member)),
        repeated(hierarchy, method, ElementType.METHOD, endpoint.access()),
        declarations,
        validated ? uncheckedInputs.read(member, endpoint) : List.of(),
        validated ? springValidations.read(hierarchy, member) : List.of(),
        ElementSpot.of(method));
  }

  /** Without a guard, aspects see those of an implementation, and not those of its interface. */
  private List<AnnotationText> repeated(
      Hierarchy hierarchy, Element element, ElementType place, TypeAccess access) {
    return hierarchy.type().getKind().isClass() ? repeated.of(element, place, access) : List.of();
  }

  private List<Parameter> parameters(
      Hierarchy hierarchy, Endpoint endpoint, SignatureReader written) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < endpoint.method().getParameters().size(); i++) {
      VariableElement parameter = endpoint.method().getParameters().get(i);
      TypeMirror type = endpoint.signature().getParameterTypes().get(i);
      List<AnnotationText> annotations = new ArrayList<>(written.parameterAnnotations(parameter));
      annotations.addAll(repeated(hierarchy, parameter, ElementType.PARAMETER, endpoint.access()));
      parameters.add(
          new Parameter(
              parameter.getSimpleName().toString(),
              Endpoint.boundName(parameter).orElse(null),
              TypeReader.read(type),
              Nullability.of(parameter),
              written.parameterType(parameter, type),
              annotations));
    }
    return parameters;
  }

  private @Nullable ClassReference hidden(Hierarchy hierarchy, Member member, Endpoint endpoint) {
    TypeAccess access = endpoint.access();
    TypeElement found = access.hidden(endpoint.signature());
    for (Located<TypeMirror> group : groups(hierarchy, member)) {
      found = found == null ? access.hidden(group.value()) : found;
    }
    return found == null ? null : ElementNames.reference(found);
  }

  /** The groups of the nearest {@code @ValidatedInput}. */
  private List<Located<TypeMirror>> groups(Hierarchy hierarchy, Member member) {
    List<Element> declaring = new ArrayList<>(member.declarations());
    declaring.addAll(hierarchy.types());
    for (Element element : declaring) {
      Optional<AnnotationView> input =
          AnnotationView.find(annotations, element, GuardAnnotations.VALIDATED_INPUT);
      if (input.isPresent()) {
        return input.get().types("groups");
      }
    }
    return List.of();
  }
}
