package dev.gatewright.example.authorization;

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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Pastes what the bank's index page and this example's README print, with both running. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
class PastedLinesIT {
  private static final Path PAGE = Path.of("../../sample-app/src/main/resources/static/index.html");
  private static final Path README = Path.of("README.md");
  private static final int PORT = BankProcess.freePort();
  private static final String ISSUER = "http://localhost:" + PORT;
  private static final int BANK_PORT = BankProcess.freePort();

  @DynamicPropertySource
  static void startBoth(DynamicPropertyRegistry properties) {
    BankProcess.start(BANK_PORT, List.of("--bank.authorization-server=" + ISSUER));
    properties.add("server.port", () -> PORT);
    properties.add("authorization-server.issuer", () -> ISSUER);
    properties.add(
        "authorization-server.revocation-uris",
        () -> "http://localhost:" + BANK_PORT + "/third-party/revocations");
  }

  /** The README last: its last block leaves clients without tokens for a while. */
  @TestFactory
  Stream<DynamicTest> eachLineIsAnsweredAsPrinted() throws IOException {
    List<Example> ofThePage =
        Example.onPage(Files.readString(PAGE)).stream()
            .filter(example -> example.lines().contains("localhost:9000"))
            .toList();
    List<Example> ofTheReadme = Example.inMarkdown(Files.readString(README));

    assertThat(ofThePage).hasSizeGreaterThan(4);
    assertThat(ofTheReadme).hasSize(5);
    return new Shell(Map.of(8080, BANK_PORT, 9000, PORT))
        .paste(Stream.concat(ofThePage.stream(), ofTheReadme.stream()).toList());
  }
}
