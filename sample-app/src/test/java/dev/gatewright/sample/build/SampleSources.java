package dev.gatewright.sample.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The bank's sources, compiled by javac with or without Gatewright's processor. */
final class SampleSources {
  private static final Path SOURCES = Path.of("src/main/java");

  private final Path copy;

  private SampleSources(Path copy) {
    this.copy = copy;
  }

  /** Copies the sources into a directory, where they may be changed. */
  static SampleSources copyInto(Path directory) {
    copyTree(SOURCES, directory);
    return new SampleSources(directory);
  }

  static void copyTree(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The jars and directories that the bank is compiled and tested with. */
  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  List<String> linesOf(String file) throws IOException {
    return Files.readAllLines(copy.resolve(file));
  }

  /** Removes one line, so that what follows moves up. */
  void removeLine(String file, int index) throws IOException {
    List<String> lines = new ArrayList<>(linesOf(file));
    lines.remove(index);
    Files.write(copy.resolve(file), lines);
  }

  /** The errors. */
  List<Diagnostic<? extends JavaFileObject>> compile(Path classes, String... processing)
      throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Files.createDirectories(classes);
    try (StandardJavaFileManager files =
            javac.getStandardFileManager(diagnostics, Locale.ENGLISH, null);
        Stream<Path> found = Files.walk(copy)) {
      List<Path> sources = found.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options = new ArrayList<>(List.of(processing));
      options.addAll(List.of("-parameters", "-d", classes.toString(), "-cp", classPath()));
      javac
          .getTask(
              null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .toList();
  }

  /** Runs the processor that the build runs, and no other. */
  static String[] withProcessor() {
    return new String[] {"-processor", "dev.gatewright.processor.GuardProcessor"};
  }
}
