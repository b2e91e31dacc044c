package dev.gatewright.applications;

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
import java.util.Map;
import java.util.TreeMap;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the classes of one application as a build that lacks the processor does. */
final class WithoutProcessor {
  private WithoutProcessor() {}

  /** Alternating names and sources; the classes come back in the order of the names. */
  static Class<?>[] compile(String... namesAndSources) {
    Map<String, String> sources = new TreeMap<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < namesAndSources.length; i += 2) {
      names.add(namesAndSources[i]);
      sources.put(namesAndSources[i], namesAndSources[i + 1]);
    }
    try {
      Path target = Files.createTempDirectory("without-processor");
      List<Source> files = new ArrayList<>();
      sources.forEach((name, text) -> files.add(new Source(name, text)));
      List<String> options = new ArrayList<>();
      Collections.addAll(options, "-proc:none", "-parameters", "-d", target.toString());
      Collections.addAll(options, "-classpath", System.getProperty("java.class.path"));
      if (!ToolProvider.getSystemJavaCompiler()
          .getTask(null, null, null, options, null, files)
          .call()) {
        throw new AssertionError(names + " do not compile");
      }
      URLClassLoader loader =
          new URLClassLoader(
              new URL[] {target.toUri().toURL()}, WithoutProcessor.class.getClassLoader());
      Class<?>[] classes = new Class<?>[names.size()];
      for (int i = 0; i < classes.length; i++) {
        classes[i] = loader.loadClass(names.get(i));
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
