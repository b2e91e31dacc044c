package dev.gatewright.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All Java that the page on tests shows is part of a test that runs. */
class TestingPageTest {
  private static final Path PAGE = Path.of("../../docs/testing.md");
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final int MOST_LINES = 20;

  @Test
  void whatThePageShowsIsRun() throws IOException {
    List<String> blocks =
        JAVA.matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult block) -> block.group(1))
            .toList();
    List<String> tests = tests();

    assertThat(blocks).hasSizeGreaterThan(5);
    for (String block : blocks) {
      assertThat(block.lines()).hasSizeLessThanOrEqualTo(MOST_LINES);
      for (String part : block.split("(?m)^ *// \\.\\.\\.\n", -1)) {
        assertThat(tests.stream().anyMatch(test -> test.contains(withoutIndentation(part))))
            .as("a test has%n%s", part)
            .isTrue();
      }
    }
  }

  private static List<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(TestingPageTest::read)
          .map(TestingPageTest::withoutIndentation)
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String withoutIndentation(String text) {
    return text.replaceAll("(?m)^[ \t]+", "").strip();
  }
}
