package dev.gatewright.processor.model;

import java.util.List;

/** A type as it is written where it is used. */
public sealed interface TypeUse {

  /** {@code int}, {@code void}, ... */
  record Primitive(String keyword) implements TypeUse {}

  /** A class or interface, with its type arguments. */
  record Declared(ClassReference name, List<TypeUse> arguments) implements TypeUse {}

  /** An inner class of a generic type, {@code Outer<String>.Inner}. */
  record Inner(TypeUse owner, String simpleName, List<TypeUse> arguments) implements TypeUse {}

  /** An array. */
  record Array(TypeUse component) implements TypeUse {}

  /** A type variable. */
  record Variable(String name) implements TypeUse {}

  /** {@code ? extends upper}; {@code ?} extends Object. */
  record ExtendsWildcard(TypeUse upper) implements TypeUse {}

  /** {@code ? super lower}. */
  record SuperWildcard(TypeUse lower) implements TypeUse {}

  /** A type with annotations of its own; only where an override repeats them. */
  record Annotated(TypeUse type, List<AnnotationText> annotations) implements TypeUse {}
}
