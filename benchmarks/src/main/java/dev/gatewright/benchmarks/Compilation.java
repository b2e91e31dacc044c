package dev.gatewright.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One compilation, in a process of its own.
 *
 * @param elapsed milliseconds, without the start of the process
 * @param processorTime milliseconds of all threads of the process
 */
record Compilation(double elapsed, double processorTime) {

  /** Compiles, and waits for the end. */
  static Compilation run(Contestant contestant, Path sources, Path guards, Path output)
      throws IOException, InterruptedException {
    Files.createDirectories(output);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Compilation.class.getName(),
                contestant.name(),
                sources.toString(),
                guards.toString(),
                output.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(contestant + " does not compile: " + printed);
    }
    int space = printed.indexOf(' ');
    return new Compilation(
        Double.parseDouble(printed.substring(0, space)),
        Double.parseDouble(printed.substring(space + 1)));
  }

  /** Copies the sources that a compilation generated. */
  static void keepGenerated(Path output, Path into) throws IOException {
    try (Stream<Path> all = Files.walk(output)) {
      for (Path each : all.filter(file -> file.toString().endsWith(".java")).toList()) {
        Path copy = into.resolve(output.relativize(each).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(each, copy);
      }
    }
  }

  /**
   * Compiles and prints milliseconds.
   *
   * @param arguments contestant, sources, guards, output
   */
  public static void main(String[] arguments) throws IOException {
    Contestant contestant = Contestant.valueOf(arguments[0]);
    List<File> files;
    try (Stream<Path> all = Files.walk(Path.of(arguments[1]))) {
      files = all.filter(Files::isRegularFile).sorted().map(Path::toFile).toList();
    }
    long start = System.nanoTime();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              manager,
              null,
              options(contestant, arguments[3]),
              null,
              manager.getJavaFileObjectsFromFiles(files));
      if (contestant != Contestant.NONE) {
        task.setProcessors(contestant.processors(Path.of(arguments[2])));
      }
      if (!task.call()) {
        System.exit(1);
      }
    }
    long elapsed = System.nanoTime() - start;
    System.out.println(milliseconds(elapsed) + " " + milliseconds(ProcessorTime.nanoseconds()));
  }

  private static List<String> options(Contestant contestant, String output) {
    List<String> options = List.of("-d", output, "-parameters");
    return contestant == Contestant.NONE
        ? Stream.concat(options.stream(), Stream.of("-proc:none")).toList()
        : options;
  }

  private static double milliseconds(long nanoseconds) {
    return (double) nanoseconds / TimeUnit.MILLISECONDS.toNanos(1);
  }
}
