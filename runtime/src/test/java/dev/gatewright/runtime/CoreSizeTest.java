package dev.gatewright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The core stays small: what it exports can be read in an afternoon. */
class CoreSizeTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final int MOST_LINES = 9_000;
  private static final int MOST_PUBLIC_TYPES = 70;
  private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("^public .*\\b(class|interface|record|enum) ", Pattern.MULTILINE);

  @Test
  void theCoreHasNoMoreLinesThanPromised() throws IOException {
    long lines = 0;
    for (Path file : filesBelow(SOURCES)) {
      lines += Files.readAllLines(file).size();
    }
    assertThat(lines).isBetween(1_000L, (long) MOST_LINES);
  }

  @Test
  void theCoreExportsNoMoreTypesThanPromised() throws IOException {
    String module = Files.readString(SOURCES.resolve("module-info.java"));
    List<String> exported =
        EXPORT.matcher(module).results().map((MatchResult found) -> found.group(1)).toList();
    assertThat(exported).isNotEmpty();
    int types = 0;
    for (String name : exported) {
      try (Stream<Path> files = Files.list(SOURCES.resolve(name.replace('.', '/')))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          types += PUBLIC_TYPE.matcher(Files.readString(file)).find() ? 1 : 0;
        }
      }
    }
    assertThat(types).isBetween(10, MOST_PUBLIC_TYPES);
  }

  private static List<Path> filesBelow(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
