package dev.gatewright.spring;

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
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles classes as a build that lacks the processor does. */
public final class WithoutProcessor {
  private static final String PROCESSOR = "dev.gatewright.processor.GuardProcessor";

  private WithoutProcessor() {}

  public static Class<?> compile(String className, String source) {
    Path target = directory();
    compile(className, source, target, "-proc:none", "-parameters");
    return load(className, target);
  }

  /** Compiles a class together with its guard, and then another version of the class alone. */
  public static Class<?> compileAgain(String className, String before, String after) {
    return compileAgain(className, before, after, "-parameters");
  }

  /** Compiles both with these options. */
  public static Class<?> compileAgain(
      String className, String before, String after, String... options) {
    Path target = directory();
    compile(className, before, target, with(options, "-processor", PROCESSOR));
    compile(className, after, target, with(options, "-proc:none"));
    return load(className, target);
  }

  private static String[] with(String[] options, String... more) {
    return Stream.concat(Stream.of(options), Stream.of(more)).toArray(String[]::new);
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "without-processor");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void compile(String className, String source, Path target, String... given) {
    List<String> options = new ArrayList<>();
    Collections.addAll(options, given);
    Collections.addAll(options, "-d", target.toString());
    Collections.addAll(
        options, "-classpath", target + File.pathSeparator + System.getProperty("java.class.path"));
    if (!ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, null, options, null, List.of(new Source(className, source)))
        .call()) {
      throw new AssertionError(className + " does not compile");
    }
  }

  private static Class<?> load(String className, Path target) {
    try {
      URLClassLoader loader =
          new URLClassLoader(
              new URL[] {target.toUri().toURL()}, WithoutProcessor.class.getClassLoader());
      return loader.loadClass(className);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(
          URI.create(
              "string:///" + className.replace('.', '/') + JavaFileObject.Kind.SOURCE.extension),
          JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
