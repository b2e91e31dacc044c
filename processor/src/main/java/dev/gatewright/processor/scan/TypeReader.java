package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.TypeParameter;
import dev.gatewright.processor.model.TypeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Reads types as they are written where they are used. */
final class TypeReader {
  private TypeReader() {}

  static List<TypeUse> readAll(List<? extends TypeMirror> types) {
    if (types.isEmpty()) {
      return List.of();
    }
    List<TypeUse> read = new ArrayList<>(types.size());
    for (TypeMirror type : types) {
      read.add(read(type));
    }
    return List.copyOf(read);
  }

  static TypeUse read(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      return declared(declared);
    }
    if (type instanceof ArrayType array) {
      return new TypeUse.Array(read(array.getComponentType()));
    }
    if (type instanceof TypeVariable variable) {
      return new TypeUse.Variable(variable.asElement().getSimpleName().toString());
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard(wildcard);
    }
    return new TypeUse.Primitive(type.getKind().name().toLowerCase(Locale.ROOT));
  }

  private static TypeUse declared(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    List<TypeUse> arguments = readAll(type.getTypeArguments());
    // Some compilers give static types, too, an enclosing type with arguments.
    boolean isStatic = element.getModifiers().contains(Modifier.STATIC);
    if (!isStatic
        && type.getEnclosingType() instanceof DeclaredType owner
        && isParameterized(owner)) {
      return new TypeUse.Inner(read(owner), element.getSimpleName().toString(), arguments);
    }
    return new TypeUse.Declared(ElementNames.reference(element), arguments);
  }

  private static boolean isParameterized(DeclaredType type) {
    return !type.getTypeArguments().isEmpty()
        || (type.getEnclosingType() instanceof DeclaredType owner && isParameterized(owner));
  }

  private static TypeUse wildcard(WildcardType wildcard) {
    TypeMirror lower = wildcard.getSuperBound();
    if (lower != null) {
      return new TypeUse.SuperWildcard(read(lower));
    }
    TypeMirror upper = wildcard.getExtendsBound();
    return new TypeUse.ExtendsWildcard(upper == null ? objectType() : read(upper));
  }

  static TypeUse objectType() {
    return new TypeUse.Declared(
        new dev.gatewright.processor.model.ClassReference("java.lang", List.of("Object")),
        List.of());
  }

  static List<TypeParameter> parameters(List<? extends TypeMirror> variables) {
    return variables.stream().map(variable -> parameter((TypeVariable) variable)).toList();
  }

  private static TypeParameter parameter(TypeVariable variable) {
    TypeMirror bound = variable.getUpperBound();
    List<? extends TypeMirror> bounds =
        bound instanceof IntersectionType intersection ? intersection.getBounds() : List.of(bound);
    List<TypeUse> written =
        readAll(bounds.stream().filter(each -> each.getKind() != TypeKind.NONE).toList()).stream()
            .filter(each -> !each.equals(objectType()))
            .toList();
    return new TypeParameter(variable.asElement().getSimpleName().toString(), written);
  }
}
