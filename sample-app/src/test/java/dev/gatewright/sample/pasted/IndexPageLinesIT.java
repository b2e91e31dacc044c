package dev.gatewright.sample.pasted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Against a bank of its own, as a reader has one. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
    properties = "spring.application.name=bank-of-the-index-page")
class IndexPageLinesIT {
  private static final Path PAGE = Path.of("src/main/resources/static/index.html");

  @LocalServerPort private int port;

  /** The bank must know its port before it starts: it calls its own authorization server. */
  @DynamicPropertySource
  static void chooseFreePort(DynamicPropertyRegistry properties) throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    properties.add("server.port", () -> free);
    properties.add("bank.oauth.issuer", () -> "http://localhost:" + free);
  }

  @TestFactory
  Stream<DynamicTest> eachLineOnTheIndexPageIsAnsweredAsPrinted() throws IOException {
    List<Example> examples = Example.onPage(Files.readString(PAGE));

    assertThat(examples).hasSizeGreaterThan(20);
    assertThat(examples)
        .flatMap(example -> Example.statuses(example.answer()))
        .contains("200", "400", "401", "403", "413", "415", "422", "429");
    return new Shell(port).paste(examples);
  }
}
