package dev.gatewright.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;

/**
 * Runs benchmarks several times over, all contestants in each round, and compares each with the
 * yardstick of its own round: on a busy machine single figures differ by half, while what slows one
 * of them for a minute slows the other too. Prints medians, and between what the ratios lie.
 */
public final class Rounds {
  private static final Set<String> YARDSTICKS = Set.of("floor", "ping", "jca");
  private static final String BYTES = "gc.alloc.rate.norm";

  private record Cell(String contestant, String setting) {}

  /** What was measured of a contestant, a number for each round. */
  private record Measured(String unit, List<Double> scores, List<Double> bytes) {}

  private Rounds() {}

  /**
   * Measures and prints.
   *
   * @param arguments the number of rounds, and what JMH takes
   */
  public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
    int rounds = Integer.parseInt(arguments[0]);
    Options options = new CommandLineOptions(Arrays.copyOfRange(arguments, 1, arguments.length));
    Map<Cell, Measured> measured = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (RunResult result : new Runner(options).run()) {
        add(result, measured);
      }
    }
    System.out.println("| | | median | to the yardstick, of the same round | bytes |");
    System.out.println("|---|---|---|---|---|");
    measured.forEach((cell, one) -> System.out.println(row(cell, one, yardstick(cell, measured))));
  }

  private static void add(RunResult result, Map<Cell, Measured> measured) {
    Result<?> score = result.getPrimaryResult();
    Measured one =
        measured.computeIfAbsent(
            cell(result.getParams()),
            unknown -> new Measured(score.getScoreUnit(), new ArrayList<>(), new ArrayList<>()));
    one.scores().add(score.getScore());
    Result<?> bytes = result.getSecondaryResults().get(BYTES);
    if (bytes != null) {
      one.bytes().add(bytes.getScore());
    }
  }

  private static Cell cell(BenchmarkParams parameters) {
    String method = parameters.getBenchmark();
    List<String> setting = new ArrayList<>();
    for (String name : parameters.getParamsKeys()) {
      setting.add(name + "=" + parameters.getParam(name));
    }
    setting.add("threads=" + parameters.getThreads());
    return new Cell(method.substring(method.lastIndexOf('.') + 1), String.join(" ", setting));
  }

  private static List<Double> yardstick(Cell cell, Map<Cell, Measured> measured) {
    for (String name : YARDSTICKS) {
      Measured yardstick = measured.get(new Cell(name, cell.setting()));
      if (yardstick != null) {
        return yardstick.scores();
      }
    }
    return List.of();
  }

  private static String row(Cell cell, Measured measured, List<Double> yardstick) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < yardstick.size(); round++) {
      ratios.add(measured.scores().get(round) / yardstick.get(round));
    }
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,.0f %s | %s | %s |",
        cell.contestant(),
        cell.setting(),
        median(measured.scores()),
        measured.unit(),
        ratios.isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)",
                median(ratios),
                Collections.min(ratios),
                Collections.max(ratios)),
        measured.bytes().isEmpty()
            ? ""
            : String.format(Locale.ROOT, "%.1f", median(measured.bytes())));
  }

  private static double median(List<Double> numbers) {
    List<Double> sorted = numbers.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
