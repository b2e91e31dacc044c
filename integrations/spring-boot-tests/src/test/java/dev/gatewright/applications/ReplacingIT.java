package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.filter.Replacing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the container's servlet for files, or a listed one, writes opens nothing of a filter's. */
class ReplacingIT {
  @TempDir Path files;

  private RunningApplication start(boolean onJetty, String... exempt) throws IOException {
    Files.writeString(files.resolve("file.txt"), "harmless");
    Application application =
        Application.of(Replacing.class)
            .with("files=" + files, "spring.mvc.servlet.path=/api")
            .exempting(Replacing.HeaderServlet.class.getName())
            .exempting(exempt);
    return (onJetty ? application.onJetty() : application).start();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theirOwnAnswersLeave(boolean onJetty) throws IOException {
    try (RunningApplication running = start(onJetty)) {
      for (String path : new String[] {"/file.txt", "/servlet"}) {
        assertThat(running.get(path).text()).contains(" 200 ", "harmless");
        assertThat(running.request("HEAD", path).status()).isEqualTo(200);
      }
      assertThat(running.get("/file.txt", "Range: bytes=0-3").text())
          .contains(" 206 ")
          .endsWith("\r\n\r\nharm");
      assertThat(running.request("OPTIONS", "/file.txt").text()).contains(" 200 ", "Allow: ");
      assertThat(running.get("/nothing").status()).isEqualTo(404);
      assertThat(running.request("DELETE", "/file.txt").status()).isBetween(400, 499);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFilterAnswersInTheirPlaceOnlyWhereItIsListed(boolean onJetty) throws IOException {
    String[] manners = {"before", "wrapped", "reset", "exchanged", "appended"};
    try (RunningApplication running = start(onJetty)) {
      for (String manner : manners) {
        for (String path : new String[] {"/file.txt", "/servlet", "/nothing"}) {
          running.get(path + "?manner=" + manner).isClosed();
          running.request("OPTIONS", path + "?manner=" + manner).isClosed();
          running.request("POST", path + "?manner=" + manner, "Content-Length: 0").isClosed();
        }
        running.get("/file.txt?manner=" + manner, "Range: bytes=0-3").isClosed();
      }
    }
    try (RunningApplication running = start(onJetty, Replacing.ReplacingFilter.class.getName())) {
      running.get("/servlet?manner=wrapped").isTheSecret();
      running.get("/file.txt?manner=wrapped").isTheSecret();
    }
  }
}
