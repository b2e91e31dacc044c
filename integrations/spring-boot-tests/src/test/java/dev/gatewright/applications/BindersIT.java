package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Binders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is bound is read as strictly, in whatever way the application has it bound. */
class BindersIT {
  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running =
        Application.of(Binders.OfFields.class, Binders.OfOwnPrefixes.class, Binders.OfSpring.class)
            .start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sizes%5B256%5D=1",
        "sizes%5B999999%5D=1",
        "sizes%5B-1%5D=1",
        "sizes%5Bx%5D=1",
        "sizes=1&sizes%5B0%5D=2",
        "sizes%5B%5D=1&sizes=2",
        "name=a&name=b",
        "name=a&!name=b",
        "name%5B%5D=a&name=b",
        "count=0x1",
        "inner.text=a&inner.text=b",
        "inner%5B0%5D=a",
      })
  void aFieldIsBoundAsAPropertyIs(String query) {
    running.get("/fields?" + query).isClosedWith(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/spring?!count=7&count=8",
        "/spring?!count=7&!count=8",
        "/spring?!name=a&!name=b",
        "/spring?!count=0x1",
        "/own?default.count=7&count=8",
        "/own?default.name=a&default.name=b",
        "/own?default.count=0x1",
      })
  void aDefaultIsTheValueOrThereIsNone(String path) {
    running.get(path).isClosedWith(400);
  }

  @Test
  void aDefaultInTheQueryAndAValueInTheFormAreTwo() {
    running
        .send(
            String.join(
                "\r\n",
                "POST /spring?!name=a HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 6",
                "",
                "name=b"))
        .isClosedWith(400);
  }

  @ParameterizedTest
  @CsvSource({
    "/fields?name=a&count=1&sizes=1&sizes=2&inner.text=b, 'a1[1, 2]{}b'",
    "/fields?sizes%5B1%5D=1, '0[null, 1]{}'",
    "/fields?notes%5B999999%5D=1, '0[]{999999=1}'",
    "/spring?!count=7, 7false",
    "/spring?_open=on&open=true, 0true",
    "/spring?_open=on, 0false",
    "/own?default.count=7, 7false",
    "/own?on_open=on&open=true, 0true",
  })
  void aValueIsRead(String path, String read) {
    assertThat(running.get(path).text()).startsWith("HTTP/1.1 200 ").endsWith("read " + read);
  }
}
