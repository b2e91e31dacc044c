package dev.gatewright.sample.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutProcessorIT {
  private static final long TIMEOUT_SECONDS = 90;

  @TempDir private Path directory;

  @Test
  void aBankThatWasCompiledWithoutTheProcessorDoesNotStartAndSaysWhatToAdd() throws Exception {
    Path classes = directory.resolve("classes");
    assertThat(SampleSources.copyInto(directory.resolve("java")).compile(classes, "-proc:none"))
        .isEmpty();
    SampleSources.copyTree(Path.of("src/main/resources"), classes);
    Path log = directory.resolve("log");

    Process bank =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPathWith(classes),
                "dev.gatewright.sample.BankApplication",
                "--server.port=0")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(bank.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
      assertThat(bank.exitValue()).isNotZero();
    } finally {
      bank.destroyForcibly();
    }
    assertThat(Files.readString(log))
        .containsPattern("dev\\.gatewright\\.sample\\.[a-z]+\\.[A-Za-z]+ \\(bean '")
        .contains("was not generated")
        .contains("add the annotation processor to the build")
        .contains("<artifactId>gatewright-processor</artifactId>")
        .contains("annotationProcessor(\"dev.gatewright:gatewright-processor:")
        .doesNotContain("Tomcat started");
  }

  /** The test's class path, with other classes in the place of the bank's own. */
  private static String classPathWith(Path classes) {
    List<String> entries = new ArrayList<>();
    entries.add(classes.toString());
    Path target = Path.of("target").toAbsolutePath();
    for (String entry : SampleSources.classPath().split(File.pathSeparator, -1)) {
      if (!Path.of(entry).toAbsolutePath().startsWith(target)) {
        entries.add(entry);
      }
    }
    return String.join(File.pathSeparator, entries);
  }
}
