package dev.gatewright.processor.code;

import com.palantir.javapoet.TypeSpec;
import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.TypeParameter;
import dev.gatewright.processor.model.TypeUse;
import dev.gatewright.processor.model.TypeUse.AnnotationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects the members of a class and prints them with it. */
final class CodeText {
  private static final ClassReference DURATION =
      new ClassReference("java.time", List.of("Duration"));

  private final List<CodePart> parts = new ArrayList<>();
  private final MemberTypes types = new MemberTypes();

  /** Begins a member, an empty line after the one before. */
  CodeText member() {
    types.enter(List.of());
    return parts.isEmpty() ? this : text("\n");
  }

  /** Makes type parameters hide classes of their name until the member ends. */
  void enter(List<TypeParameter> typeParameters) {
    types.enter(typeParameters);
  }

  /** Adds text as it is. */
  CodeText text(String text) {
    return add(new CodePart.Text(text));
  }

  /** Adds a type, which is imported. */
  CodeText type(TypeUse type) {
    return add(types.of(type));
  }

  /** Adds a class without type arguments. */
  CodeText type(ClassReference name) {
    return type(new TypeUse.Declared(name, List.of()));
  }

  /** Makes a variable-arity parameter's type of the array that was added last. */
  CodeText variableArity() {
    return add(CodePart.Mark.VARIABLE_ARITY);
  }

  /** Adds an annotation within a line. */
  CodeText annotation(AnnotationText annotation) {
    return add(types.of(annotation));
  }

  /** Adds an annotation on lines of its own. */
  CodeText annotationAbove(AnnotationText annotation) {
    return add(types.above(annotation));
  }

  /** Adds a comment, on one line where it fits. */
  CodeText javadoc(String text) {
    return text(JavadocText.comment(text, CodePrinter.INDENT));
  }

  /** Adds a string literal. */
  CodeText literal(String value) {
    return text(Literals.isPlain(value) ? "\"" + value + "\"" : Literals.string(value).toString());
  }

  /** Adds string literals, a comma between them. */
  CodeText literals(List<String> values) {
    return commaSeparated(values, this::literal);
  }

  /** Adds texts, a comma between them. */
  CodeText list(List<String> texts) {
    return commaSeparated(texts, this::text);
  }

  /** Adds what is said to add for each item, a comma between them. */
  <T> CodeText commaSeparated(Iterable<T> items, Consumer<T> adding) {
    boolean first = true;
    for (T each : items) {
      if (!first) {
        comma();
      }
      adding.accept(each);
      first = false;
    }
    return this;
  }

  /** Adds an expression for a duration. */
  CodeText duration(Duration duration) {
    Period period = Period.of(duration);
    String factory =
        switch (period.unit()) {
          case "day" -> "ofDays";
          case "hour" -> "ofHours";
          case "minute" -> "ofMinutes";
          case "second" -> "ofSeconds";
          default -> "ofMillis";
        };
    return type(DURATION).text("." + factory + "(" + Literals.number(period.amount()) + ")");
  }

  /** Adds a comma and a space, or the end of a line where that becomes too long. */
  CodeText comma() {
    return text(",").wrappingSpace();
  }

  /** Adds a space, or the end of a line where that becomes too long. */
  CodeText wrappingSpace() {
    return add(CodePart.Mark.WRAPPING_SPACE);
  }

  /** Lets the line end here where it becomes too long. */
  CodeText wrappingPlace() {
    return add(CodePart.Mark.WRAPPING_PLACE);
  }

  /** Indents the lines that follow by two steps more. */
  CodeText indent() {
    return add(CodePart.Mark.INDENT).add(CodePart.Mark.INDENT);
  }

  /** Takes an indentation back. */
  CodeText unindent() {
    return add(CodePart.Mark.UNINDENT).add(CodePart.Mark.UNINDENT);
  }

  /** Begins the body of a member. */
  CodeText beginBody() {
    return text(" {\n").add(CodePart.Mark.INDENT);
  }

  /** Ends the body of a member. */
  CodeText endBody() {
    return add(CodePart.Mark.UNINDENT).text("}\n");
  }

  /** Begins a statement, the further lines of which are indented. */
  CodeText beginStatement() {
    return add(CodePart.Mark.STATEMENT);
  }

  /** Ends a statement and its line. */
  CodeText endStatement() {
    return text(";\n").add(CodePart.Mark.END_OF_STATEMENT);
  }

  private CodeText add(CodePart part) {
    parts.add(part);
    return this;
  }

  /**
   * The text of the file.
   *
   * @param declaration the class without members
   */
  String print(String packageName, TypeSpec.Builder declaration) {
    MemberTypes.Written written = types.write(packageName, declaration);
    StringBuilder text = new StringBuilder(withShortComment(written.head()));
    CodePrinter printer = new CodePrinter(written.names(), text);
    parts.forEach(printer::print);
    return text.append("}\n").toString();
  }

  /** Writes the class's comment on one line where it fits: JavaPoet knows no such comment. */
  private static String withShortComment(String head) {
    String begin = "/**\n * ";
    String end = "\n */\n";
    int start = head.indexOf(begin);
    int close = head.indexOf(end, start);
    String comment = JavadocText.comment(head.substring(start + begin.length(), close), "");
    return head.substring(0, start) + comment + head.substring(close + end.length());
  }
}
