package dev.gatewright.processor.file;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.gatewright.processor.model.ClassReference;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;

/** Writes generated types to source files. */
public final class SourceFiles {
  private static final Pattern COMMENT_OF_ONE_LINE =
      Pattern.compile("(?m)^( *)/\\*\\*\\n +\\* ([^\\n]+)\\n +\\*/$");

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
    return COMMENT_OF_ONE_LINE
        .matcher(text.replace(" \n", "\n"))
        .replaceAll(SourceFiles::onOneLine);
  }

  private static String onOneLine(MatchResult comment) {
    String shortened = comment.group(1) + "/** " + comment.group(2) + " */";
    boolean fits = shortened.length() <= MAX_COLUMNS;
    return Matcher.quoteReplacement(fits ? shortened : comment.group());
  }
}
