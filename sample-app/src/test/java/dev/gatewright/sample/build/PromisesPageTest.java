package dev.gatewright.sample.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests that the pages of promises and threats name are there. */
class PromisesPageTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs/promises.md",
        "docs/authentication.md",
        "docs/rate-limiting.md",
        "docs/threats.md",
        "docs/input.md"
      })
  void everyTestThatThePageNamesExists(String page) throws IOException {
    List<MatchResult> named = TEST.matcher(Files.readString(ROOT.resolve(page))).results().toList();

    assertThat(named).hasSizeGreaterThan(20);
    for (MatchResult test : named) {
      assertThat(source(test.group(1))).as(test.group()).contains(" " + test.group(2) + "(");
    }
  }

  private static String source(String testClass) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      Path file =
          files
              .filter(each -> each.endsWith(testClass + ".java"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no class " + testClass));
      return Files.readString(file);
    }
  }
}
