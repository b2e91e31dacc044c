package dev.gatewright.processor.code;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.gatewright.processor.model.GuardedConstructor;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.Lint;
import dev.gatewright.processor.model.TypeKind;
import dev.gatewright.processor.model.Visibility;
import dev.gatewright.processor.plan.EndpointPlan;
import dev.gatewright.processor.plan.GuardPlan;
import java.util.List;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/**
 * Writes the guard of a type that no rule has found fault with. Decides and combines nothing: what
 * the plan says is what is printed.
 */
public final class GuardCode {
  private static final String GENERATOR = "dev.gatewright.processor.GuardProcessor";

  private final GuardPlan plan;
  private final GuardedType type;
  private final GuardNames names;

  private GuardCode(GuardPlan plan) {
    this.plan = plan;
    this.type = plan.type();
    this.names = new GuardNames(plan);
  }

  /** The guard as a top-level type of the guarded type's package. */
  public static TypeSpec of(GuardPlan plan) {
    return new GuardCode(plan).guard();
  }

  private TypeSpec guard() {
    TypeName guarded = TypeNames.parameterized(type.name(), type.typeParameters());
    TypeName policies =
        ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.ENDPOINT_POLICY);
    TypeSpec.Builder guard = TypeSpec.classBuilder(type.guardName().simpleName());
    header(guard);
    for (EndpointPlan endpoint : plan.endpoints()) {
      guard.addField(PolicyConstant.of(type, endpoint, names.constant(endpoint.method())));
    }
    guard.addField(endpointPolicies(policies));
    guard.addField(field(RuntimeTypes.GATE, names.gate()));
    MethodCode methods = isInterface() ? implementing(guard, guarded) : extending(guard, guarded);
    guard.addMethod(methods.endpointPolicies(policies));
    for (EndpointPlan endpoint : plan.endpoints()) {
      guard.addMethod(methods.guarded(endpoint));
    }
    for (GuardedMethod method : type.delegated()) {
      guard.addMethod(methods.delegated(method));
    }
    return guard.build();
  }

  private boolean isInterface() {
    return type.kind() == TypeKind.INTERFACE;
  }

  private void header(TypeSpec.Builder guard) {
    if (type.seesGenerated()) {
      guard.addAnnotation(
          AnnotationSpec.builder(Generated.class).addMember("value", "$S", GENERATOR).build());
    }
    guard
        .addJavadoc(
            "Guards {@link $T}. Gatewright generates this class: change the annotations there.",
            TypeNames.of(type.name()))
        .addAnnotation(guardOf())
        .addTypeVariables(TypeNames.variables(type.typeParameters()))
        .alwaysQualify(type.memberNames().toArray(String[]::new));
    if (type.visibility() == Visibility.PUBLIC) {
      guard.addModifiers(Modifier.PUBLIC);
    }
    if (!type.lints().isEmpty()) {
      List<String> tokens = type.lints().stream().sorted().map(Lint::token).toList();
      CodeBlock literals = new CodeText().literals(tokens).build();
      guard.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", tokens.size() == 1 ? "$L" : "{$L}", literals)
              .build());
    }
  }

  private AnnotationSpec guardOf() {
    AnnotationSpec.Builder guardOf =
        AnnotationSpec.builder(RuntimeTypes.GUARD_OF)
            .addMember("value", "$T.class", TypeNames.of(type.name()))
            .addMember("annotations", "$S", type.annotationDigest());
    type.leftAlone().forEach(method -> guardOf.addMember("leftAlone", "$S", method));
    return guardOf.build();
  }

  private FieldSpec endpointPolicies(TypeName policies) {
    return FieldSpec.builder(policies, names.endpointPolicies())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.of($L)", List.class, new CodeText().list(names.constants()).build())
        .build();
  }

  private static FieldSpec field(TypeName fieldType, String name) {
    return FieldSpec.builder(fieldType, name, Modifier.PRIVATE, Modifier.FINAL).build();
  }

  private MethodCode extending(TypeSpec.Builder guard, TypeName guarded) {
    guard.superclass(guarded).addSuperinterface(RuntimeTypes.GUARD);
    collaboratorFields(guard);
    ConstructorCode constructors = new ConstructorCode(names);
    for (GuardedConstructor constructor : type.constructors()) {
      if (constructor.visibility() != Visibility.PRIVATE) {
        guard.addMethod(constructors.repeated(constructor));
      }
    }
    return new MethodCode(names, "super");
  }

  private MethodCode implementing(TypeSpec.Builder guard, TypeName guarded) {
    guard.addSuperinterface(guarded).addSuperinterface(RuntimeTypes.GUARD);
    guard.addField(field(guarded, names.delegate()));
    collaboratorFields(guard);
    guard.addMethod(new ConstructorCode(names).delegating(type, guarded));
    return new MethodCode(names, names.delegate());
  }

  private void collaboratorFields(TypeSpec.Builder guard) {
    names
        .consultedClasses()
        .forEach((each, name) -> guard.addField(field(TypeNames.of(each), name)));
  }
}
