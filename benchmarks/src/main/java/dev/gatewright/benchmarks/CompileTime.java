package dev.gatewright.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the processor adds to a compilation. Each compilation is a Java process of its own,
 * as a build's is; contestants take turns, and each round compares them with its own yardstick.
 *
 * <p>With endpoints, the yardstick is a processor that does nothing but write the same text.
 * Without any, it is one that looks at nothing.
 */
public final class CompileTime {
  private CompileTime() {}

  /**
   * Measures and prints.
   *
   * @param arguments the number of rounds, then numbers of endpoints; 0 for sources without any
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(arguments[0]);
    System.out.println("| sources | contestant | elapsed, ms | processor time, ms | ratio |");
    System.out.println("|---|---|---|---|---|");
    for (String each : List.of(arguments).subList(1, arguments.length)) {
      measure(Integer.parseInt(each), rounds);
    }
  }

  private static void measure(int endpoints, int rounds) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("compile-time");
    try {
      Path sources = Files.createDirectory(directory.resolve("sources"));
      Path guards = Files.createDirectory(directory.resolve("guards"));
      if (endpoints == 0) {
        CompiledSources.writeServices(sources);
      } else {
        CompiledSources.writeControllers(sources, endpoints);
        Compilation.run(Contestant.GATEWRIGHT, sources, guards, directory.resolve("first"));
        Compilation.keepGenerated(directory.resolve("first"), guards);
      }
      Contestant yardstick = endpoints == 0 ? Contestant.IDLE : Contestant.SAME_TEXT;
      Map<Contestant, List<Compilation>> measured = new EnumMap<>(Contestant.class);
      for (int round = -1; round < rounds; round++) {
        for (Contestant each : List.of(Contestant.NONE, yardstick, Contestant.GATEWRIGHT)) {
          Compilation one =
              Compilation.run(each, sources, guards, directory.resolve(each + "-" + round));
          if (round >= 0) { // The first round fills the caches of files.
            measured.computeIfAbsent(each, unknown -> new ArrayList<>()).add(one);
          }
        }
      }
      measured.forEach(
          (contestant, compilations) ->
              print(endpoints, contestant, compilations, measured.get(yardstick)));
    } finally {
      delete(directory);
    }
  }

  private static void print(
      int endpoints,
      Contestant contestant,
      List<Compilation> compilations,
      @Nullable List<Compilation> yardstick) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; yardstick != null && i < yardstick.size(); i++) {
      ratios.add(compilations.get(i).elapsed() / yardstick.get(i).elapsed());
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.0f | %.0f | %.3f (%.3f to %.3f) |%n",
        endpoints == 0 ? "no endpoint" : endpoints + " endpoints",
        contestant,
        median(compilations.stream().map(Compilation::elapsed).toList()),
        median(compilations.stream().map(Compilation::processorTime).toList()),
        median(ratios),
        ratios.stream().min(Comparator.naturalOrder()).orElseThrow(),
        ratios.stream().max(Comparator.naturalOrder()).orElseThrow());
  }

  private static double median(List<Double> numbers) {
    List<Double> sorted = numbers.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              each -> {
                try {
                  Files.delete(each);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
