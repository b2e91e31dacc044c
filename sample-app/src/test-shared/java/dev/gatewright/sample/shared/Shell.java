package dev.gatewright.sample.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  /**
   * Makes a shell.
   *
   * @param ports ports of this run, by the ports that are printed
   */
  public Shell(Map<Integer, Integer> ports) {
    this.ports = Map.copyOf(ports);
  }

  /** Makes one test for each example, in order. */
  public Stream<DynamicTest> paste(List<Example> examples) {
    // A developer's machine may lack curl; where it counts, that is a failure.
    Assumptions.assumeTrue(System.getenv("CI") != null || hasCurl(), "curl is not installed");
    return examples.stream()
        .map(example -> DynamicTest.dynamicTest(example.lines(), () -> assertAnswer(example)));
  }

  private void assertAnswer(Example example) throws IOException, InterruptedException {
    String lines = example.lines();
    for (Map.Entry<Integer, Integer> port : ports.entrySet()) {
      lines = lines.replace("localhost:" + port.getKey(), "localhost:" + port.getValue());
    }
    String output = run(lines);

    assertThat(Example.statuses(output))
        .as("%s%nprinted%n%s", example.lines(), output)
        .isEqualTo(Example.statuses(example.answer()));
    assertThat(example.missingIn(output))
        .as("what is printed below%n%s%nand not in%n%s", example.lines(), output)
        .isEmpty();
  }

  private static boolean hasCurl() {
    try {
      return run("curl --version").startsWith("curl");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String run(String lines) throws IOException, InterruptedException {
    ProcessBuilder bash = new ProcessBuilder("bash", "-c", lines);
    bash.redirectError(ProcessBuilder.Redirect.DISCARD);
    // The servers are on this machine, whatever proxy is configured.
    bash.environment().put("no_proxy", "localhost");
    Process process = bash.start();
    try {
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).as(lines).isTrue();
      return output;
    } finally {
      process.destroyForcibly();
    }
  }
}
