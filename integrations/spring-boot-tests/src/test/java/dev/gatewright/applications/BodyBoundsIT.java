package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.servlet.Bounded;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is bounded by its endpoint, whatever calls that and whatever length is declared. */
class BodyBoundsIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String PART =
      "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n%s\r\n--x--\r\n";

  private static final List<RunningApplication> SERVERS = new ArrayList<>();

  @BeforeAll
  static void start() {
    SERVERS.add(application().start());
    SERVERS.add(application().onJetty().start());
  }

  private static Application application() {
    return Application.of(Bounded.Reading.class, Bounded.Functions.class, Bounded.Routes.class)
        .exempting(Bounded.Routes.class.getName());
  }

  @AfterAll
  static void stop() {
    SERVERS.forEach(RunningApplication::close);
  }

  private static void assertBounded(String path, String type, String fits, String tooMuch) {
    for (RunningApplication server : SERVERS) {
      assertThat(FormatsIT.post(server, path, type, fits).text()).contains(" 200 ", "read ");
      assertThat(chunked(server, path, type, fits).text()).contains(" 200 ", "read ");
      FormatsIT.post(server, path, type, tooMuch).isClosedWith(413);
      chunked(server, path, type, tooMuch).isClosedWith(413);
    }
  }

  private static Answer chunked(RunningApplication server, String path, String type, String body) {
    return server.send(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
            + type
            + "\r\nTransfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(body.length())
            + "\r\n"
            + body
            + "\r\n0\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/servlet/stream", "/servlet/reader", "/function"})
  void aTextIsBounded(String path) {
    assertBounded(path, "text/plain", "x".repeat(100), "x".repeat(3_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/servlet/parameter", "/servlet/stream"})
  void aFormIsBounded(String path) {
    assertBounded(path, FORM, "f=" + "x".repeat(100), "f=" + "x".repeat(3_000));
  }

  @Test
  void aFileIsBounded() {
    assertBounded(
        "/servlet/part",
        "multipart/form-data; boundary=x",
        PART.formatted("x".repeat(20)),
        PART.formatted("x".repeat(3_000)));
  }
}
