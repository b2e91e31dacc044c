package dev.gatewright.processor.file;

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
   * Writes the text of a type.
   *
   * @param origin the one type it was made from; an incremental build deletes the file with it
   * @throws IOException if the file exists or cannot be written
   */
  public void write(ClassReference name, String text, TypeElement origin) throws IOException {
    try (Writer writer = filer.createSourceFile(name.canonicalName(), origin).openWriter()) {
      writer.write(text);
    }
  }
}
