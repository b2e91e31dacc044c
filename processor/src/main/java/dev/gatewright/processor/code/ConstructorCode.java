package dev.gatewright.processor.code;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.GuardedConstructor;
import dev.gatewright.processor.model.GuardedConstructor.ConstructorParameter;
import dev.gatewright.processor.model.GuardedType;
import java.util.List;
import java.util.Map;

/** The constructors of a guard: the type's own, with their annotations, plus what a guard needs. */
final class ConstructorCode {
  private final GuardNames names;

  ConstructorCode(GuardNames names) {
    this.names = names;
  }

  MethodSpec repeated(GuardedConstructor original) {
    List<ConstructorParameter> parameters = original.parameters();
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addTypeVariables(TypeNames.variables(original.typeParameters()));
    MethodCode.modifiers(original.visibility()).forEach(constructor::addModifiers);
    original.annotations().forEach(each -> constructor.addAnnotation(TypeNames.annotation(each)));
    parameters.forEach(each -> constructor.addParameter(parameter(each)));
    original.thrownTypes().forEach(each -> constructor.addException(TypeNames.of(each)));
    List<CodeBlock> arguments =
        parameters.stream().map(each -> CodeBlock.of("$L", each.name())).toList();
    if (!arguments.isEmpty()) {
      constructor.addStatement("super($L)", CodeBlock.join(arguments, ",$W"));
    }
    UniqueNames taken =
        new UniqueNames(parameters.stream().map(ConstructorParameter::name).toList());
    addOwn(constructor, taken);
    return constructor.build();
  }

  private static ParameterSpec parameter(ConstructorParameter parameter) {
    TypeName type =
        TypeNames.of(parameter.type())
            .annotated(parameter.typeAnnotations().stream().map(TypeNames::annotation).toList());
    ParameterSpec.Builder built = ParameterSpec.builder(type, parameter.name());
    parameter.annotations().forEach(each -> built.addAnnotation(TypeNames.annotation(each)));
    return built.build();
  }

  /** The constructor of an interface's guard. */
  MethodSpec delegating(GuardedType type, TypeName delegateType) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    MethodCode.modifiers(type.visibility()).forEach(constructor::addModifiers);
    constructor.addParameter(delegateType, names.delegate());
    constructor.addStatement("this.$L = $L", names.delegate(), names.delegate());
    addOwn(constructor, new UniqueNames(List.of(names.delegate())));
    return constructor.build();
  }

  private void addOwn(MethodSpec.Builder constructor, UniqueNames taken) {
    assign(constructor, RuntimeTypes.GATE, names.gate(), taken);
    for (Map.Entry<ClassReference, String> asked : names.consultedClasses().entrySet()) {
      assign(constructor, TypeNames.of(asked.getKey()), asked.getValue(), taken);
    }
  }

  private static void assign(
      MethodSpec.Builder constructor, TypeName type, String field, UniqueNames taken) {
    String parameter = taken.variable(field);
    constructor.addParameter(type, parameter);
    constructor.addStatement("this.$L = $L", field, parameter);
  }
}
