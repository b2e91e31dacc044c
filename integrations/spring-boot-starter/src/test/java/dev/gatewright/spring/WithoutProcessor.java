package dev.gatewright.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles classes as a build that lacks the processor does. */
final class WithoutProcessor {
  private WithoutProcessor() {}

  static Class<?> compile(String className, String source) {
    try {
      Path target = Files.createTempDirectory("without-processor");
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      boolean compiled =
          compiler
              .getTask(
                  null,
                  null,
                  null,
                  List.of(
                      "-proc:none",
                      "-parameters",
                      "-classpath",
                      System.getProperty("java.class.path"),
                      "-d",
                      target.toString()),
                  null,
                  List.of(new Source(className, source)))
              .call();
      if (!compiled) {
        throw new AssertionError(className + " does not compile");
      }
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
