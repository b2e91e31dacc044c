package dev.gatewright.processor.model;

import java.util.List;

/**
 * An annotation to repeat word for word.
 *
 * @param type the annotation's type
 * @param members its explicit members
 */
public record AnnotationText(ClassReference type, List<Member> members) {

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
