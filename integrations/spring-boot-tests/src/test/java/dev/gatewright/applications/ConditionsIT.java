package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Conditions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form that is read to find its endpoint is answered as ever. */
class ConditionsIT {

  @ParameterizedTest
  @CsvSource({
    "false, /act, act=a, first a",
    "false, /act, act=b, second b",
    "false, /item/3, name=pen, item 3 pen",
    "true, /act, act=a, first a",
    "true, /act, act=b, second b",
    "true, /item/3, name=pen, item 3 pen"
  })
  void aFormIsAnswered(boolean onJetty, String path, String form, String answer) {
    Application application = Application.of(Conditions.class);
    try (RunningApplication running = (onJetty ? application.onJetty() : application).start()) {
      String text =
          running
              .send(
                  "POST "
                      + path
                      + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                      + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                      + form.length()
                      + "\r\n\r\n"
                      + form)
              .text();

      assertThat(text).startsWith("HTTP/1.1 200 ").contains(answer);
    }
  }
}
