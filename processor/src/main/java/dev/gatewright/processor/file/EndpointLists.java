package dev.gatewright.processor.file;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Writes, beside the class files, which endpoints of a class are not decided yet. One file for each
 * class, so that an incremental build deletes it with the class; adapters read it by the class's
 * name, as they find guards.
 */
public final class EndpointLists {
  private static final String DIRECTORY = "META-INF/gatewright/undecided/";

  private final Filer filer;

  /** Writes through this filer. */
  public EndpointLists(Filer filer) {
    this.filer = filer;
  }

  /**
   * Writes the list of a class.
   *
   * @param className its binary name
   * @param endpoints one a line
   * @param origin the class
   * @throws IOException if the file exists or cannot be written
   */
  public void write(String className, Collection<String> endpoints, TypeElement origin)
      throws IOException {
    try (Writer writer =
        filer
            .createResource(StandardLocation.CLASS_OUTPUT, "", DIRECTORY + className, origin)
            .openWriter()) {
      for (String endpoint : endpoints) {
        writer.write(endpoint + "\n");
      }
    }
  }
}
