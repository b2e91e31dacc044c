package dev.gatewright.sample.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
    Map<String, String> sources = sources();
    for (MatchResult test : named) {
      assertThat(sources.get(test.group(1) + ".java"))
          .as(test.group())
          .contains(" " + test.group(2) + "(");
    }
  }

  /** Sources by the names of their files; those of one name, of several modules, together. */
  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean written = !name.equals("target") && !name.equals(".git");
            return written ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = file.getFileName().toString();
            if (name.endsWith("Test.java") || name.endsWith("IT.java")) {
              sources.merge(name, Files.readString(file), String::concat);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return sources;
  }
}
