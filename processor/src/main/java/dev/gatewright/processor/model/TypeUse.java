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

  /**
   * An annotation to repeat word for word.
   *
   * @param type the annotation's type
   * @param members its explicit members
   */
  record AnnotationText(ClassReference type, List<Member> members) {

    /** One member and its value. */
    public record Member(String name, Value value) {}

    /** An annotation member's value. */
    public sealed interface Value {

      /** A number, a boolean, a character or a string, with Java's own boxed type. */
      record Constant(Object value) implements Value {}

      /** A class literal. */
      record ClassLiteral(TypeUse type) implements Value {}

      /** An enum constant. */
      record EnumConstant(ClassReference type, String name) implements Value {}

      /** A nested annotation. */
      record Nested(AnnotationText annotation) implements Value {}

      /** An array. */
      record Several(List<Value> values) implements Value {}
    }
  }
}
