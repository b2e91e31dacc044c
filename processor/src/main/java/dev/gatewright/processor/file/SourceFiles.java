package dev.gatewright.processor.file;

import dev.gatewright.processor.model.ClassReference;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;

/**
 * Prints generated types while the compiler goes on with its work, and writes them to files once
 * the round's types have all been read. Printing asks the compiler nothing, so that other threads
 * may do it; everything else belongs to the compiler's thread.
 */
public final class SourceFiles {
  private final Filer filer;
  private final List<Printed> printed = new ArrayList<>();

  /** Writes through this filer. */
  public SourceFiles(Filer filer) {
    this.filer = filer;
  }

  /**
   * Begins to print a type.
   *
   * @param text makes the text, in another thread: it must not ask the compiler anything
   * @param origin the one type it was made from; an incremental build deletes the file with it
   */
  public void print(ClassReference name, Supplier<String> text, TypeElement origin) {
    printed.add(new Printed(name, origin, CompletableFuture.supplyAsync(text)));
  }

  /**
   * Writes what was printed since the last time, in the order in which it was asked for.
   *
   * @param failed told of each type whose file exists or cannot be written
   */
  public void write(Failed failed) {
    for (Printed each : printed) {
      String text = each.text().join();
      try (Writer writer =
          filer.createSourceFile(each.name().canonicalName(), each.origin()).openWriter()) {
        writer.write(text);
      } catch (IOException e) {
        failed.on(each.origin(), each.name(), e);
      }
    }
    printed.clear();
  }

  /** Is told of a file that cannot be written. */
  public interface Failed {
    /**
     * A file was not written.
     *
     * @param origin the type that the generated one was made from
     * @param name the generated type
     */
    void on(TypeElement origin, ClassReference name, IOException failure);
  }

  private record Printed(ClassReference name, TypeElement origin, CompletableFuture<String> text) {}
}
