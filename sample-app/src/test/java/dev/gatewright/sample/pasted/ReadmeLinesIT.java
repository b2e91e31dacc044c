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

/** Against a bank of its own, as a reader has one. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.application.name=bank-of-the-readme")
class ReadmeLinesIT {
  private static final Path README = Path.of("README.md");

  @LocalServerPort private int port;

  @TestFactory
  Stream<DynamicTest> eachLineOfTheReadmeIsAnsweredAsPrinted() throws IOException {
    List<Example> examples = Example.inMarkdown(Files.readString(README));

    assertThat(examples)
        .flatMap(example -> Example.statuses(example.answer()))
        .contains("200", "400", "401", "403", "413", "415", "422", "429");
    return new Shell(Map.of(8080, port)).paste(examples);
  }
}
