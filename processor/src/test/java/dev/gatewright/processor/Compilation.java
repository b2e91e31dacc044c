package dev.gatewright.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * A compilation by any compiler, into a directory. Tests that need javac only use compile-testing,
 * which drives no other.
 *
 * @param problems errors and warnings
 * @param notes the messages of notes
 * @param sources text of generated sources by file name
 * @param classes where the class files are
 */
record Compilation(
    boolean succeeded,
    List<String> problems,
    List<String> notes,
    Map<String, String> sources,
    Path classes) {

  static Compilation by(
      JavaCompiler compiler,
      List<Path> files,
      Path directory,
      List<Processor> processors,
      List<String> options)
      throws IOException {
    Path sources = Files.createDirectories(directory.resolve("sources"));
    Path classes = Files.createDirectories(directory.resolve("classes"));
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(sources));
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      List<String> all = new ArrayList<>(List.of("-parameters", Golden.ADAPTERS));
      all.addAll(List.of("-classpath", System.getProperty("java.class.path")));
      all.addAll(options);
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null, manager, diagnostics, all, null, manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(processors);
      boolean succeeded = task.call();
      List<String> problems =
          diagnostics.getDiagnostics().stream()
              .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
              .map(Compilation::describe)
              .toList();
      List<String> notes =
          diagnostics.getDiagnostics().stream()
              .filter(each -> each.getKind() == Diagnostic.Kind.NOTE)
              .map(each -> each.getMessage(Locale.ROOT))
              .toList();
      return new Compilation(succeeded, problems, notes, read(sources), classes);
    }
  }

  private static String describe(Diagnostic<? extends JavaFileObject> each) {
    String where = each.getSource() == null ? "" : each.getSource().getName();
    return where + ":" + each.getLineNumber() + ": " + each.getMessage(Locale.ROOT);
  }

  static Map<String, String> read(Path directory) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> texts.put(file.getFileName().toString(), text(file)));
    }
    return texts;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
