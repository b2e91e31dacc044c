package dev.gatewright.benchmarks;

import dev.gatewright.processor.GuardProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** The processors that are compared. */
enum Contestant {
  /** The compiler alone. */
  NONE,
  /** A processor that is asked about every type and looks at nothing. */
  IDLE,
  /** A processor that does nothing but write the guards that Gatewright wrote before. */
  SAME_TEXT,
  /** Gatewright's. */
  GATEWRIGHT;

  /**
   * The processors to compile with.
   *
   * @param guards where those are that Gatewright wrote before
   */
  List<Processor> processors(Path guards) {
    return switch (this) {
      case NONE -> List.of();
      case IDLE -> List.of(new Idle());
      case SAME_TEXT -> List.of(new SameText(guards));
      case GATEWRIGHT -> List.of(new GuardProcessor());
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static class Idle extends AbstractProcessor {
    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return false;
    }
  }

  private static final class SameText extends Idle {
    private final Path guards;
    private boolean written;

    SameText(Path guards) {
      this.guards = guards;
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!written) {
        written = true;
        try (Stream<Path> all = Files.walk(guards)) {
          all.filter(Files::isRegularFile).sorted().forEach(this::write);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }

    private void write(Path guard) {
      String name = guards.relativize(guard).toString().replace(".java", "").replace('/', '.');
      try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
        writer.write(Files.readString(guard));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
