package dev.gatewright.processor.code;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects code in as few parts as it has types and places to wrap at. JavaPoet prints each part of
 * a code block twice and splits it into lines by a regular expression, so that the number of parts
 * decides how long a guard takes to print.
 */
final class CodeText {
  private static final ClassName DURATION = ClassName.get(Duration.class);

  private final StringBuilder format = new StringBuilder();
  private final List<Object> arguments = new ArrayList<>();
  private final StringBuilder pending = new StringBuilder();

  /** Adds text as it is. */
  CodeText text(String text) {
    pending.append(text);
    return this;
  }

  /** Adds a type, which JavaPoet imports. */
  CodeText type(TypeName type) {
    return argument("$T", type);
  }

  /** Adds a string literal. */
  CodeText literal(String value) {
    return Literals.isPlain(value)
        ? text("\"" + value + "\"")
        : argument("$L", Literals.string(value));
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
    pending.append(',');
    return mark("$W");
  }

  /** Indents the lines that follow by two steps more. */
  CodeText indent() {
    return mark("$>$>");
  }

  /** Takes an indentation back. */
  CodeText unindent() {
    return mark("$<$<");
  }

  /** Begins a statement, the further lines of which are indented. */
  CodeText beginStatement() {
    return mark("$[");
  }

  /** Ends a statement and its line. */
  CodeText endStatement() {
    pending.append(";\n");
    return mark("$]");
  }

  private CodeText argument(String place, Object argument) {
    flush();
    format.append(place);
    arguments.add(argument);
    return this;
  }

  private CodeText mark(String mark) {
    flush();
    format.append(mark);
    return this;
  }

  private void flush() {
    if (!pending.isEmpty()) {
      format.append("$L");
      arguments.add(pending.toString());
      pending.setLength(0);
    }
  }

  CodeBlock build() {
    flush();
    return CodeBlock.of(format.toString(), arguments.toArray());
  }
}
