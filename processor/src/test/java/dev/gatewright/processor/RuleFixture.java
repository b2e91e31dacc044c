package dev.gatewright.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sources that break a rule, or nearly break it and are clean. A comment {@code // expect 17:
 * message} says what is reported at that column of the next line that is no such comment.
 *
 * @param rule the folder it lies in, {@code GW-M02}
 * @param name the source file, or the folder of several that are compiled together
 */
record RuleFixture(String rule, String name, List<Path> files) {
  static final Path ROOT = Path.of("src/test/resources/rules");

  private static final String OPTION = "// option ";
  private static final String FOLDER = "${fixture}";

  private static final Pattern EXPECTATION =
      Pattern.compile("\\s*// expect (?<column>[0-9]+): (?<message>.+)");

  static List<RuleFixture> all() {
    return list(ROOT).stream()
        .flatMap(
            rule ->
                list(rule).stream()
                    .map(
                        path ->
                            new RuleFixture(
                                rule.getFileName().toString(),
                                path.getFileName().toString(),
                                Files.isDirectory(path) ? sources(path) : List.of(path))))
        .toList();
  }

  List<Diagnosis> expected() {
    return files.stream().flatMap(file -> expected(file).stream()).toList();
  }

  /**
   * Compiler options that it asks for by a comment {@code // option -Aname=value}, in which {@code
   * ${fixture}} is the folder that its sources lie in.
   */
  List<String> options() {
    return files.stream()
        .flatMap(file -> text(file).lines().map(line -> line.replace(FOLDER, folder(file))))
        .filter(line -> line.startsWith(OPTION))
        .map(line -> line.substring(OPTION.length()))
        .toList();
  }

  private static String folder(Path file) {
    return String.valueOf(file.toAbsolutePath().getParent());
  }

  /** Whether it says of itself that no rule is broken. */
  boolean isClean() {
    return files.stream().anyMatch(file -> text(file).startsWith("// clean\n"));
  }

  @Override
  public String toString() {
    return rule + "/" + name;
  }

  private static List<Diagnosis> expected(Path file) {
    List<Diagnosis> expected = new ArrayList<>();
    List<Matcher> waiting = new ArrayList<>();
    List<String> lines = text(file).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher expectation = EXPECTATION.matcher(lines.get(i));
      if (expectation.matches()) {
        waiting.add(expectation);
        continue;
      }
      for (Matcher each : waiting) {
        long column = Long.parseLong(each.group("column"));
        String fileName = file.getFileName().toString();
        expected.add(new Diagnosis(fileName, i + 1L, column, each.group("message")));
      }
      waiting.clear();
    }
    return expected;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources(Path folder) {
    return list(folder).stream().filter(each -> each.toString().endsWith(".java")).toList();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
