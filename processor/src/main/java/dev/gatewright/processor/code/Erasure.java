package dev.gatewright.processor.code;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.TypeParameter;
import dev.gatewright.processor.model.TypeUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Erases types, as class literals and method descriptors have them (JLS 4.6). */
final class Erasure {
  private final Map<String, TypeParameter> variables = new HashMap<>();

  Erasure(GuardedType type, GuardedMethod method) {
    type.typeParameters().forEach(each -> variables.put(each.name(), each));
    method.typeParameters().forEach(each -> variables.put(each.name(), each));
  }

  TypeName of(TypeUse type) {
    if (type instanceof TypeUse.Annotated annotated) {
      return of(annotated.type());
    }
    if (type instanceof TypeUse.Declared declared) {
      return TypeNames.of(declared.name());
    }
    if (type instanceof TypeUse.Inner inner) {
      return TypeNames.of(name(inner));
    }
    if (type instanceof TypeUse.Array array) {
      return ArrayTypeName.of(of(array.component()));
    }
    if (type instanceof TypeUse.Variable variable) {
      TypeParameter parameter = variables.get(variable.name());
      return parameter == null || parameter.bounds().isEmpty()
          ? ClassName.get(Object.class)
          : of(parameter.bounds().get(0));
    }
    return TypeNames.of(type);
  }

  private static ClassReference name(TypeUse.Inner inner) {
    ClassReference owner =
        inner.owner() instanceof TypeUse.Inner further
            ? name(further)
            : ((TypeUse.Declared) inner.owner()).name();
    List<String> simpleNames = new ArrayList<>(owner.simpleNames());
    simpleNames.add(inner.simpleName());
    return new ClassReference(owner.packageName(), simpleNames);
  }
}
