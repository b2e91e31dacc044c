package dev.gatewright.processor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Compiles fixtures with one compiler, which opens the class path only once for all of them. */
final class FixtureCompiler implements AutoCloseable {
  private final JavaCompiler compiler;
  private final List<String> options;
  private final StandardJavaFileManager files;

  FixtureCompiler(JavaCompiler compiler, String... options) throws IOException {
    this.compiler = compiler;
    this.options = List.of(options);
    this.files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    files.setLocationFromPaths(
        StandardLocation.CLASS_PATH,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList());
  }

  /** Errors, warnings, and notes of Gatewright. */
  List<Diagnosis> compile(RuleFixture fixture, Path output) throws IOException {
    files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
    files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            files,
            diagnostics,
            Stream.concat(options.stream(), fixture.options().stream()).toList(),
            null,
            files.getJavaFileObjectsFromPaths(fixture.files()));
    task.setProcessors(List.of(new GuardProcessor()));
    task.call();
    return diagnostics.getDiagnostics().stream()
        .filter(each -> each.getKind() != Diagnostic.Kind.NOTE || isOfGatewright(each))
        .map(Diagnosis::of)
        .toList();
  }

  private static boolean isOfGatewright(Diagnostic<? extends JavaFileObject> diagnostic) {
    return Diagnosis.of(diagnostic).isOfGatewright();
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
