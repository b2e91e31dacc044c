package dev.gatewright.processor.code;

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
  private static final ClassReference OBJECT = new ClassReference("java.lang", List.of("Object"));

  private final Map<String, TypeParameter> variables = new HashMap<>();

  Erasure(GuardedType type, GuardedMethod method) {
    type.typeParameters().forEach(each -> variables.put(each.name(), each));
    method.typeParameters().forEach(each -> variables.put(each.name(), each));
  }

  TypeUse of(TypeUse type) {
    if (type instanceof TypeUse.Annotated annotated) {
      return of(annotated.type());
    }
    if (type instanceof TypeUse.Declared declared) {
      return new TypeUse.Declared(declared.name(), List.of());
    }
    if (type instanceof TypeUse.Inner inner) {
      return new TypeUse.Declared(name(inner), List.of());
    }
    if (type instanceof TypeUse.Array array) {
      return new TypeUse.Array(of(array.component()));
    }
    if (type instanceof TypeUse.Variable variable) {
      TypeParameter parameter = variables.get(variable.name());
      return parameter == null || parameter.bounds().isEmpty()
          ? new TypeUse.Declared(OBJECT, List.of())
          : of(parameter.bounds().get(0));
    }
    return type;
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
