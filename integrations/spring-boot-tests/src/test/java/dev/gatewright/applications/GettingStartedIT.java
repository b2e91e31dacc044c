package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.Example;
import dev.gatewright.sample.shared.Shell;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Does what the page says, line by line, in an empty folder. */
class GettingStartedIT {
  private static final Path PAGE = Path.of("../../docs/getting-started.md");
  private static final String START = "mvn -q spring-boot:run\n";
  private static final long START_SECONDS = 60;

  /** Of Maven, beside the reader's folder. */
  @TempDir private static Path elsewhere;

  @TempDir private static Path folder;

  private static Process application;

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    if (application != null) {
      List<ProcessHandle> all = new ArrayList<>(application.descendants().toList());
      all.add(application.toHandle());
      all.forEach(ProcessHandle::destroyForcibly);
      application.waitFor(10, TimeUnit.SECONDS);
    }
    MavenOfThisBuild.unlink(elsewhere);
  }

  @TestFactory
  Stream<DynamicTest> eachStepOfThePageGoesAsItSays() throws IOException {
    int port = freePort();
    Map<String, String> environment = new HashMap<>(MavenOfThisBuild.in(elsewhere));
    environment.put("SERVER_PORT", String.valueOf(port));
    Shell shell = new Shell(Map.of(8080, port), folder, environment);
    List<PageBlock> blocks = PageBlock.of(Files.readString(PAGE));

    assertThat(blocks.stream().map(PageBlock::text))
        .contains(START)
        .flatMap(Example::statuses)
        .contains("200", "401", "403", "422", "429");
    List<DynamicTest> steps = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      PageBlock block = blocks.get(i);
      PageBlock next = i + 1 < blocks.size() ? blocks.get(i + 1) : block;
      String answer = next.isAnswer() ? next.text() : "";
      if (block.text().equals(START)) {
        steps.add(DynamicTest.dynamicTest(START, () -> start(shell, answer)));
      } else if (block.isForTheShell()) {
        Example example = new Example(block.text(), answer);
        steps.add(DynamicTest.dynamicTest(block.text(), () -> shell.assertAnswer(example)));
      } else if (!block.isAnswer()) {
        assertThat(block.file()).as("file above%n%s", block.text()).isNotEmpty();
        steps.add(DynamicTest.dynamicTest(block.file(), () -> write(block)));
      }
    }
    return steps.stream();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Writes a file as the page has it, or compares it with what the compiler has written. */
  private static void write(PageBlock block) throws IOException {
    Path file = folder.resolve(block.file());
    if (!block.file().startsWith("target/")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, block.text());
      return;
    }
    String written = Files.readString(file);
    int from = 0;
    for (String part : block.text().split("(?m)^ *// \\.\\.\\.\n", -1)) {
      int found = written.indexOf(part.strip() + "\n", from);
      assertThat(found).as("%s has%n%s%nand is%n%s", file, part, written).isNotNegative();
      from = found + part.strip().length();
    }
  }

  private static void start(Shell shell, String answer) throws Exception {
    Path output = elsewhere.resolve("application.log");
    application = shell.start(START, output);
    Example expected = new Example(START, answer);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (application.isAlive()
        && System.nanoTime() < end
        && !expected.missingIn(Files.readString(output)).isEmpty()) {
      Thread.sleep(100);
    }
    String printed = Files.readString(output);
    assertThat(expected.missingIn(printed)).as("missing in%n%s", printed).isEmpty();
  }
}
