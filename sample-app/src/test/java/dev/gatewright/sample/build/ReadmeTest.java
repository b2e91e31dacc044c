package dev.gatewright.sample.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows as written and as generated is what the processor's tests compile. */
class ReadmeTest {
  private static final Path GOLDEN = Path.of("../processor/src/test/resources/goldens/accounts");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void theExampleAndItsGuardAreTheGoldenOnes() throws IOException {
    List<String> blocks =
        JAVA.matcher(Files.readString(Path.of("../README.md")))
            .results()
            .map((MatchResult block) -> block.group(1))
            .toList();

    assertThat(blocks).hasSize(2);
    assertShown(blocks.get(0), GOLDEN.resolve("in/Accounts.java"));
    assertShown(blocks.get(1), GOLDEN.resolve("AccountsGuard.java"));
  }

  @Test
  void theReadmeIsReadInAFewMinutes() throws IOException {
    assertThat(Files.readAllLines(Path.of("../README.md"))).hasSizeLessThanOrEqualTo(250);
  }

  /** Parts that a line with {@code // ...} stands between are in the file, whole and in order. */
  private static void assertShown(String block, Path file) throws IOException {
    String text = Files.readString(file);
    int from = 0;
    for (String part : block.split("(?m)^ *// \\.\\.\\.\n", -1)) {
      int found = text.indexOf(part.strip() + "\n", from);
      assertThat(found).as("%s has%n%s", file, part).isNotNegative();
      from = found + part.strip().length();
    }
  }
}
