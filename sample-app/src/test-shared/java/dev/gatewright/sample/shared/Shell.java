package dev.gatewright.sample.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** Pastes lines into bash, as a reader would. */
public final class Shell {
  private static final long TIMEOUT_SECONDS = 60;

  private final Map<Integer, Integer> ports;
  private final Path directory;
  private final Map<String, String> environment;

  /** What lines printed, and whether the last of them succeeded. */
  private record Output(String text, int exitCode) {}

  /**
   * Makes a shell in the directory of the tests.
   *
   * @param ports ports of this run, by the ports that are printed
   */
  public Shell(Map<Integer, Integer> ports) {
    this(ports, Path.of("."), Map.of());
  }

  /**
   * Makes a shell.
   *
   * @param ports ports of this run, by the ports that are printed
   * @param directory where lines are pasted
   * @param environment variables beside those of the tests, or in their place
   */
  public Shell(Map<Integer, Integer> ports, Path directory, Map<String, String> environment) {
    this.ports = Map.copyOf(ports);
    this.directory = directory;
    this.environment = Map.copyOf(environment);
  }

  /** Makes one test for each example, in order. */
  public Stream<DynamicTest> paste(List<Example> examples) {
    // A developer's machine may lack curl; where it counts, that is a failure.
    Assumptions.assumeTrue(System.getenv("CI") != null || hasCurl(), "curl is not installed");
    return examples.stream()
        .map(example -> DynamicTest.dynamicTest(example.lines(), () -> assertAnswer(example)));
  }

  /** Pastes the lines, and compares what comes back; without an answer, they must succeed. */
  public void assertAnswer(Example example) throws IOException, InterruptedException {
    Output output = run(example.lines());

    if (example.answer().isEmpty()) {
      assertThat(output.exitCode())
          .as("exit code of %s, which printed%n%s", example.lines(), output.text())
          .isZero();
    }
    assertThat(Example.statuses(output.text()))
        .as("%s%nprinted%n%s", example.lines(), output.text())
        .isEqualTo(Example.statuses(example.answer()));
    assertThat(example.missingIn(output.text()))
        .as("what is printed below%n%s%nand not in%n%s", example.lines(), output.text())
        .isEmpty();
  }

  /** Starts lines that go on until their process is destroyed, and writes what they print. */
  public Process start(String lines, Path output) throws IOException {
    return bash(lines).redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }

  private boolean hasCurl() {
    try {
      return run("curl --version").text().startsWith("curl");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Output run(String lines) throws IOException, InterruptedException {
    Process process = bash(lines).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).as(lines).isTrue();
      return new Output(output, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }

  private ProcessBuilder bash(String lines) {
    String pasted = lines;
    for (Map.Entry<Integer, Integer> port : ports.entrySet()) {
      pasted = pasted.replace("localhost:" + port.getKey(), "localhost:" + port.getValue());
    }
    ProcessBuilder bash = new ProcessBuilder("bash", "-c", pasted).directory(directory.toFile());
    // The servers are on this machine, whatever proxy is configured.
    bash.environment().put("no_proxy", "localhost");
    bash.environment().putAll(environment);
    return bash;
  }
}
