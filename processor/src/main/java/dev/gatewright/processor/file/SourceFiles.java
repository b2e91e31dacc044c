package dev.gatewright.processor.file;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.gatewright.processor.model.ClassReference;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;

/** Writes generated types to source files. */
public final class SourceFiles {
  private static final String COMMENT = "/**\n";

  private static final int MAX_COLUMNS = 100;

  private final Filer filer;

  /** Writes through this filer. */
  public SourceFiles(Filer filer) {
    this.filer = filer;
  }

  /**
   * Writes a type.
   *
   * @param origin the one type it was made from; an incremental build deletes the file with it
   * @throws IOException if the file exists or cannot be written
   */
  public void write(ClassReference name, TypeSpec type, TypeElement origin) throws IOException {
    String text = text(name, type);
    try (Writer writer = filer.createSourceFile(name.canonicalName(), origin).openWriter()) {
      writer.write(text);
    }
  }

  private static String text(ClassReference name, TypeSpec type) {
    String text =
        JavaFile.builder(name.packageName(), type)
            .indent("  ")
            .skipJavaLangImports(true)
            .build()
            .toString();
    // JavaPoet puts a space behind '=' though the initializer starts on a new line, and knows no
    // comment on one line.
    return withShortComments(text.replace(" \n", "\n"));
  }

  /** Puts each comment that has one line of text, and fits, on one line. */
  private static String withShortComments(String text) {
    StringBuilder shortened = new StringBuilder(text.length());
    int copied = 0;
    int start = text.indexOf(COMMENT);
    while (start >= 0) {
      int words = text.indexOf("* ", start + COMMENT.length()) + 2;
      int end = text.indexOf('\n', words);
      int close = text.indexOf("*/", end);
      int indent = start - text.lastIndexOf('\n', start) - 1;
      boolean isOnlyLine = text.substring(end, close).isBlank();
      if (isOnlyLine && indent + "/**  */".length() + end - words <= MAX_COLUMNS) {
        shortened.append(text, copied, start).append("/** ").append(text, words, end).append(" */");
        copied = close + 2;
      }
      start = text.indexOf(COMMENT, close);
    }
    return shortened.append(text, copied, text.length()).toString();
  }
}
