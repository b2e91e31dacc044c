package dev.gatewright.applications;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the classes of one application as a build that lacks the processor does. */
final class WithoutProcessor {
  private WithoutProcessor() {}

  /** Alternating names and sources; the classes come back in the order of the names. */
  static Class<?>[] compile(String... namesAndSources) {
    Path target = directory();
    compile(target, namesAndSources, "-proc:none");
    return load(target, namesAndSources);
  }

  /**
   * Compiles a class together with its guard, and then other sources without the processor, another
   * version of that class among them.
   */
  static Class<?>[] compileAgain(String name, String before, String... namesAndSources) {
    Path target = directory();
    compile(
        target,
        new String[] {name, before},
        "-processor",
        "dev.gatewright.processor.GuardProcessor");
    compile(target, namesAndSources, "-proc:none");
    return load(target, namesAndSources);
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "without-processor");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void compile(Path target, String[] namesAndSources, String... processing) {
    List<Source> files = new ArrayList<>();
    for (int i = 0; i < namesAndSources.length; i += 2) {
      files.add(new Source(namesAndSources[i], namesAndSources[i + 1]));
    }
    List<String> options = new ArrayList<>();
    Collections.addAll(options, processing);
    Collections.addAll(options, "-parameters", "-d", target.toString());
    Collections.addAll(
        options, "-classpath", target + File.pathSeparator + System.getProperty("java.class.path"));
    if (!ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, null, options, null, files)
        .call()) {
      throw new AssertionError(namesAndSources[0] + " does not compile");
    }
  }

  private static Class<?>[] load(Path target, String... namesAndSources) {
    try {
      URLClassLoader loader =
          new URLClassLoader(
              new URL[] {target.toUri().toURL()}, WithoutProcessor.class.getClassLoader());
      Class<?>[] classes = new Class<?>[namesAndSources.length / 2];
      for (int i = 0; i < classes.length; i++) {
        classes[i] = loader.loadClass(namesAndSources[2 * i]);
      }
      return classes;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
