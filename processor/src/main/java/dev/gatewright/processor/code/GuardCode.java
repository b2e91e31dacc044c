package dev.gatewright.processor.code;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.GuardedConstructor;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.Lint;
import dev.gatewright.processor.model.TypeKind;
import dev.gatewright.processor.model.TypeUse;
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

  private static final ClassReference LIST = new ClassReference("java.util", List.of("List"));

  private final GuardPlan plan;
  private final GuardedType type;
  private final GuardNames names;
  private final TypeUse guarded;
  private final CodeText code = new CodeText();

  private GuardCode(GuardPlan plan) {
    this.plan = plan;
    this.type = plan.type();
    this.names = new GuardNames(plan);
    this.guarded =
        new TypeUse.Declared(
            type.name(),
            type.typeParameters().stream()
                .<TypeUse>map(each -> new TypeUse.Variable(each.name()))
                .toList());
  }

  /** The text of the guard as a top-level type of the guarded type's package. */
  public static String of(GuardPlan plan) {
    return new GuardCode(plan).text();
  }

  private String text() {
    for (EndpointPlan endpoint : plan.endpoints()) {
      new PolicyConstant(type, endpoint, code).add(names.constant(endpoint.method()));
    }
    TypeUse policies =
        new TypeUse.Declared(
            LIST, List.of(new TypeUse.Declared(RuntimeTypes.ENDPOINT_POLICY, List.of())));
    code.member().text("private static final ").type(policies);
    code.text(" " + names.endpointPolicies() + " = ").type(LIST).text(".of(");
    code.list(names.constants()).text(");\n");
    field(new TypeUse.Declared(RuntimeTypes.GATE, List.of()), names.gate());
    MethodCode methods = isInterface() ? implementing() : extending();
    methods.endpointPolicies(policies);
    plan.endpoints().forEach(methods::guarded);
    type.delegated().forEach(methods::delegated);
    return code.print(type.guardName().packageName(), declaration());
  }

  private boolean isInterface() {
    return type.kind() == TypeKind.INTERFACE;
  }

  private TypeSpec.Builder declaration() {
    TypeSpec.Builder guard = TypeSpec.classBuilder(type.guardName().simpleName());
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
    type.annotations().forEach(each -> guard.addAnnotation(TypeNames.annotation(each)));
    if (type.visibility() == Visibility.PUBLIC) {
      guard.addModifiers(Modifier.PUBLIC);
    }
    if (!type.lints().isEmpty()) {
      List<String> tokens = type.lints().stream().sorted().map(Lint::token).toList();
      CodeBlock literals =
          CodeBlock.join(tokens.stream().map(each -> CodeBlock.of("$S", each)).toList(), ",$W");
      guard.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", tokens.size() == 1 ? "$L" : "{$L}", literals)
              .build());
    }
    if (isInterface()) {
      guard.addSuperinterface(TypeNames.of(guarded));
    } else {
      guard.superclass(TypeNames.of(guarded));
    }
    return guard.addSuperinterface(TypeNames.of(RuntimeTypes.GUARD));
  }

  private AnnotationSpec guardOf() {
    AnnotationSpec.Builder guardOf =
        AnnotationSpec.builder(TypeNames.of(RuntimeTypes.GUARD_OF))
            .addMember("value", "$T.class", TypeNames.of(type.name()))
            .addMember("annotations", "$S", type.annotationDigest());
    type.leftAlone().forEach(method -> guardOf.addMember("leftAlone", "$S", method));
    return guardOf.build();
  }

  private void field(TypeUse fieldType, String name) {
    code.member().text("private final ").type(fieldType).text(" " + name + ";\n");
  }

  private MethodCode extending() {
    collaboratorFields();
    ConstructorCode constructors = constructors();
    for (GuardedConstructor constructor : type.constructors()) {
      if (constructor.visibility() != Visibility.PRIVATE) {
        constructors.repeated(constructor);
      }
    }
    return new MethodCode(names, "super", code);
  }

  private MethodCode implementing() {
    field(guarded, names.delegate());
    collaboratorFields();
    constructors().delegating(type.visibility(), guarded);
    return new MethodCode(names, names.delegate(), code);
  }

  private ConstructorCode constructors() {
    return new ConstructorCode(type.guardName().simpleName(), names, code);
  }

  private void collaboratorFields() {
    names
        .consultedClasses()
        .forEach((each, name) -> field(new TypeUse.Declared(each, List.of()), name));
  }
}
