package dev.gatewright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.limited.LimitedApplication;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The starter needs no more than the core, in a process of its own. */
class WithoutModulesTest {
  private static final List<String> MODULES =
      List.of("authentication", "challenges", "token-issuing", "secrets", "redis");
  private static final List<String> LIBRARIES =
      List.of("jjwt", "resilience4j-circuitbreaker", "lettuce");

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void anApplicationThatOnlyLimitsAndValidatesNeedsNoOtherModule() throws Exception {
    Process application = start();
    try (BufferedReader output = application.inputReader(StandardCharsets.UTF_8)) {
      String port =
          output
              .lines()
              .filter(line -> line.startsWith("port="))
              .map(line -> line.substring("port=".length()))
              .findFirst()
              .orElseThrow(() -> new AssertionError("the application did not start"));
      assertThat(status(port, "CHF")).isEqualTo(200);
      assertThat(status(port, "francs")).isEqualTo(422);
      assertThat(status(port, "CHF")).isEqualTo(429);
    } finally {
      application.destroy();
    }
  }

  @Test
  void aPropertyOfAModuleThatIsNotThereStopsTheStart() throws Exception {
    assertThat(outputOf("--gatewright.jwt.clock-skew=10s"))
        .contains("the property 'gatewright.jwt' is set")
        .contains("add the dependency 'dev.gatewright:gatewright-authentication'");
    assertThat(outputOf("--gatewright.challenge.proof-of-work.difficulty=10"))
        .contains("add the dependency 'dev.gatewright:gatewright-challenges'");
  }

  private int status(String port, String currency) throws Exception {
    URI uri = URI.create("http://localhost:" + port + "/rates?currency=" + currency);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
  }

  private static String outputOf(String argument) throws Exception {
    Process application = start(argument);
    try (BufferedReader output = application.inputReader(StandardCharsets.UTF_8)) {
      String text = output.lines().collect(Collectors.joining("\n"));
      assertThat(application.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(application.exitValue()).isNotZero();
      return text;
    } finally {
      application.destroyForcibly();
    }
  }

  private static Process start(String... arguments) throws IOException {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !isOfModule(entry))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                LimitedApplication.class.getName(),
                "--server.port=0",
                "--management.server.port=-1",
                "--gatewright.transport.https=required-except-loopback"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Whether a directory of classes, or a jar, is of what is to be missing. */
  private static boolean isOfModule(String entry) {
    Path path = Path.of(entry);
    boolean isModule =
        MODULES.stream()
            .anyMatch(
                module ->
                    path.endsWith(Path.of(module, "target", "classes"))
                        || path.getFileName().toString().startsWith("gatewright-" + module));
    return isModule
        || LIBRARIES.stream()
            .anyMatch(library -> path.getFileName().toString().startsWith(library));
  }
}
