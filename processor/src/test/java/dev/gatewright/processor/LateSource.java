package dev.gatewright.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** A processor that writes the type {@code late.Made}, after as many rounds as it is told. */
final class LateSource extends AbstractProcessor {
  private final String declaration;
  private int roundsToWait;

  LateSource(String declaration, int roundsToWait) {
    this.declaration = declaration;
    this.roundsToWait = roundsToWait;
  }

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
    if (roundsToWait-- > 0) {
      // A round follows only if something was written.
      write("Filler" + roundsToWait, "class Filler" + roundsToWait + " {}");
    } else if (roundsToWait == -1) {
      write("Made", declaration);
    }
    return false;
  }

  private void write(String name, String text) {
    try (Writer writer = processingEnv.getFiler().createSourceFile("late." + name).openWriter()) {
      writer.write("package late;\n\npublic " + text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
