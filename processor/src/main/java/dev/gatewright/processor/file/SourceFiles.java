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
    // JavaPoet puts a space behind '=' though the initializer starts on a new line.
    return text.replace(" \n", "\n");
  }
}
