package dev.gatewright.processor;

import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What a compiler says about a place in a fixture.
 *
 * @param file simple name, {@code Orders.java}
 * @param line from 1
 * @param column from 1
 * @param message its first line
 */
record Diagnosis(String file, long line, long column, String message) {

  static Diagnosis of(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    String path = source == null ? "" : source.toUri().getPath();
    return new Diagnosis(
        path.substring(path.lastIndexOf('/') + 1),
        diagnostic.getLineNumber(),
        diagnostic.getColumnNumber(),
        diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse(""));
  }

  boolean isOfGatewright() {
    return message.startsWith("[GW-");
  }

  /** For compilers that point at another column of the same line. */
  Diagnosis withoutColumn() {
    return new Diagnosis(file, line, 0, message);
  }
}
