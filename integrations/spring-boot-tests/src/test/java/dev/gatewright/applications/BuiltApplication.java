package dev.gatewright.applications;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes that are compiled with the processor, as a build does, and loaded from what it makes. */
final class BuiltApplication {
  static final String GATEWRIGHT = "dev.gatewright.processor.GuardProcessor";

  private BuiltApplication() {}

  /** From a folder, as build tools run applications. */
  static Class<?> inFolder(String className, String source) {
    return load(className, compile(className, source));
  }

  /** From a jar, as libraries are. */
  static Class<?> inJar(String className, String source) {
    Path classes = compile(className, source);
    try {
      Path jar = Files.createTempFile(Path.of("target").toAbsolutePath(), "built", ".jar");
      pack(classes, jar);
      return load(className, jar);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** From a folder, of all sources of some folders and one more. */
  static Class<?> inFolder(String className, String source, List<Path> others) {
    List<JavaFileObject> files = new ArrayList<>(List.of(file(className, source)));
    for (Path folder : others) {
      try (Stream<Path> found = Files.list(folder)) {
        for (Path each : found.filter(path -> path.toString().endsWith(".java")).toList()) {
          String name = folder.getFileName() + "." + each.getFileName();
          files.add(
              file(name.substring(0, name.length() - ".java".length()), Files.readString(each)));
        }
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return load(className, compile(className, files));
  }

  /** From a folder, of all sources of some folders, with several processors in this order. */
  static Class<?> inFolder(String className, List<String> processors, List<Path> folders) {
    try (StandardJavaFileManager manager =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      List<Path> files = new ArrayList<>();
      for (Path folder : folders) {
        try (Stream<Path> found = Files.list(folder)) {
          found.filter(path -> path.toString().endsWith(".java")).forEach(files::add);
        }
      }
      List<JavaFileObject> sources = new ArrayList<>();
      manager.getJavaFileObjectsFromPaths(files).forEach(sources::add);
      return load(className, compile(className, processors, sources));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path compile(String className, String source) {
    return compile(className, List.of(file(className, source)));
  }

  private static JavaFileObject file(String className, String source) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + className.replace('.', '/') + ".java"),
        JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  private static Path compile(String className, List<JavaFileObject> files) {
    return compile(className, List.of(GATEWRIGHT), files);
  }

  private static Path compile(
      String className, List<String> processors, List<JavaFileObject> files) {
    try {
      Path target = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "built");
      List<String> options =
          List.of(
              "-processor",
              String.join(",", processors),
              "-parameters",
              "-d",
              target.toString(),
              "-classpath",
              target + File.pathSeparator + System.getProperty("java.class.path"));
      if (!ToolProvider.getSystemJavaCompiler()
          .getTask(null, null, null, options, null, files)
          .call()) {
        throw new AssertionError(className + " does not compile");
      }
      return target;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(each -> !each.equals(classes)).toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        packed.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
        if (Files.isRegularFile(file)) {
          Files.copy(file, packed);
        }
        packed.closeEntry();
      }
    }
  }

  private static Class<?> load(String className, Path classes) {
    try {
      URL[] urls = {classes.toUri().toURL()};
      return new URLClassLoader(urls, BuiltApplication.class.getClassLoader()).loadClass(className);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
