package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatewright.testing.NewestJdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles every golden with the javac of the newest JDK there is, as a user's build would. */
class NewestJdkTest {
  @TempDir private Path directory;

  @Test
  void theNewestJavacWritesTheSameGuardsAndCompilesThemWithoutAWarning() throws Exception {
    Optional<NewestJdk> jdk = NewestJdk.find();
    if (System.getenv("CI") == null) {
      assumeTrue(
          jdk.isPresent(), "no JDK newer than the running one; name one by gatewright.test.jdk");
    }
    Runtime.Version running = Runtime.version();
    assertThat(jdk.isPresent() || running.feature() > 17)
        .as("a JDK newer than 17 must be there, named by gatewright.test.jdk")
        .isTrue();
    Path home = jdk.map(NewestJdk::home).orElseGet(() -> Path.of(System.getProperty("java.home")));

    Path output = Files.createDirectories(directory.resolve("output"));
    Path log = directory.resolve("log");

    int exit = javac(home, output, log);

    assertThat(Files.readString(log)).doesNotContain("warning", "error");
    assertThat(exit).isZero();
    assertThat(Compilation.read(output)).isEqualTo(Golden.guardsOfAll());
  }

  private static int javac(Path home, Path output, Path log)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/javac").toString());
    command.addAll(List.of("-Xlint:all,-processing,-classfile,-path", "-Werror", "-parameters"));
    command.add(Golden.ADAPTERS);
    command.addAll(List.of("-processor", GuardProcessor.class.getName()));
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.addAll(List.of("-d", output.toString(), "-s", output.toString()));
    Golden.sourcesOfAll().forEach(source -> command.add(source.toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }
}
