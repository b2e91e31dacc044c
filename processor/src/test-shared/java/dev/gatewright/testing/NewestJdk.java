package dev.gatewright.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The newest JDK of this machine: the one that {@code -Dgatewright.test.jdk} or {@code
 * GATEWRIGHT_TEST_JDK} names, else the newest beside the one that runs.
 */
public record NewestJdk(Path home, Runtime.Version version) {

  public static Optional<NewestJdk> find() throws IOException {
    String named = System.getProperty("gatewright.test.jdk", System.getenv("GATEWRIGHT_TEST_JDK"));
    if (named != null && !named.isBlank()) {
      return Optional.of(
          at(Path.of(named)).orElseThrow(() -> new IllegalStateException(named + " is no JDK")));
    }
    Path running = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> siblings = Files.list(running.getParent())) {
      return siblings
          .flatMap(each -> at(each).stream())
          .filter(each -> each.version().feature() > Runtime.version().feature())
          .max(Comparator.comparing(NewestJdk::version));
    }
  }

  private static Optional<NewestJdk> at(Path home) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin/javac")) || !Files.isReadable(release)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(release)) {
      properties.load(reader);
    } catch (IOException e) {
      return Optional.empty();
    }
    String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    return Optional.of(new NewestJdk(home, Runtime.Version.parse(version)));
  }
}
