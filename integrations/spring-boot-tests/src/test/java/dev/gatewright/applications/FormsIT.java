package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Fielded;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form is read the same by every method, and whatever decides on the handler. */
class FormsIT {
  private static final String FORM = "application/x-www-form-urlencoded";

  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running =
        Application.of(Fielded.class)
            .with("spring.mvc.contentnegotiation.favor-parameter=true")
            .start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static Answer send(String method, String path, String type, String body) {
    return running.send(
        "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: %s\r\n"
                .formatted(method, path, type)
            + "Content-Length: %d\r\n\r\n%s".formatted(body.length(), body));
  }

  private static void assertRead(Answer answer, String read) {
    assertThat(answer.text()).startsWith("HTTP/1.1 200 ").endsWith(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void aFormIsUtf8(String method) {
    String other = FORM + ";charset=ISO-8859-1";
    assertRead(send(method, "/field", FORM, "name=a+b%C3%A9"), "read a b\u00c3\u00a9");
    assertRead(send(method, "/field", FORM + ";charset=utf-8", "name=a"), "read a");
    assertRead(send(method, "/field", other, "name=a"), "read a");
    for (String text : new String[] {"%ff", "%zz", "%", "%C3", "a%00", "\u00ff"}) {
      send(method, "/field", FORM, "name=" + text).isClosedWith(400);
    }
    send(method, "/field", other, "name=%ff").isClosedWith(400);
    send(method, "/field", other, "name=%C3%A9").isClosedWith(400);
    send(method, "/field", FORM + ";charset=UTF-16", "name=%00a").isClosedWith(400);
    send(method, "/field", FORM + ";charset=IBM1047", "name=a").isClosedWith(400);
  }

  @Test
  void aFormThatIsHandedOverIsUtf8() {
    assertRead(send("POST", "/fields", FORM, "name=a&name=b"), "read {name=[a, b]}");
    send("POST", "/fields", FORM + ";charset=ISO-8859-1", "name=%ff").isClosedWith(400);
    send("POST", "/fields", FORM + ";charset=UTF-16", "name=%00a").isClosedWith(400);
  }

  @Test
  void aParameterMaySayWhatIsAcceptedAndAFieldWhatIsDone() {
    assertRead(send("POST", "/produced", FORM, "name=a"), "{\"read\":\"a\"}");
    assertRead(send("POST", "/produced?format=json", FORM, "name=a"), "{\"read\":\"a\"}");
    assertRead(send("POST", "/produced", FORM, "name=a&format=json"), "{\"read\":\"a\"}");
    assertRead(send("POST", "/action", FORM, "name=a&action=save"), "read save a");
    assertRead(send("POST", "/action?action=delete", FORM, "name=a"), "read delete a");
    assertRead(
        send(
            "POST",
            "/uploaded",
            "multipart/form-data; boundary=x",
            """
            --x\r
            Content-Disposition: form-data; name="file"; filename="a"\r
            \r
            1\r
            --x--\r
            """),
        "{\"read\":1}");
    send("POST", "/produced", FORM, "name=" + "a".repeat(2_000)).isClosedWith(413);
  }
}
