package dev.gatewright.sample.pasted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.Example;
import dev.gatewright.sample.shared.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Runs against a bank of its own, without an authorization server, as a reader may have one. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.application.name=bank-of-the-index-page")
class IndexPageLinesIT {
  private static final Path PAGE = Path.of("src/main/resources/static/index.html");

  /** Its own tests paste the lines that need it. */
  private static final String AUTHORIZATION_SERVER = "localhost:9000";

  @LocalServerPort private int port;

  @TestFactory
  Stream<DynamicTest> eachLineOnTheIndexPageIsAnsweredAsPrinted() throws IOException {
    List<Example> examples =
        Example.onPage(Files.readString(PAGE)).stream()
            .filter(example -> !example.lines().contains(AUTHORIZATION_SERVER))
            .toList();

    assertThat(examples).hasSizeGreaterThan(20);
    assertThat(examples)
        .flatMap(example -> Example.statuses(example.answer()))
        .contains("200", "400", "401", "403", "413", "415", "422", "429");
    return new Shell(Map.of(8080, port)).paste(examples);
  }
}
