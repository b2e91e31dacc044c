package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Missing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A constraint tells what is missing where it is asked; elsewhere it makes nothing optional. */
class MissingIT {
  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running =
        Application.of(Missing.Unvalidated.class, Missing.OfGuard.class, Missing.Texts.class)
            .start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/plain | {}",
        "/plain | {\"name\":null}",
        "/loose | {\"item\":{}}",
        "/other | {}",
        "/guard | {\"nam\":\"a\"}",
      })
  void whatNoConstraintAsksForIsRequired(String path, String body) {
    FormatsIT.post(running, path, "application/json", body).isClosedWith(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/spring | {}",
        "/draft | {}",
        "/draft | {\"name\":null}",
        "/guard | {}",
        "/guard | {\"name\":null}",
        "/guard-order | {\"item\":{}}",
        "/guard-list | [{}]",
      })
  void whatAConstraintAsksForIsInvalid(String path, String body) {
    FormatsIT.post(running, path, "application/json", body).isClosedWith(422);
  }

  @ParameterizedTest
  @CsvSource({"/plain", "/spring", "/guard"})
  void whatIsThereIsRead(String path) {
    assertThat(FormatsIT.post(running, path, "application/json", "{\"name\":\"a\"}").text())
        .startsWith("HTTP/1.1 200 ")
        .endsWith("read Item[name=a, note=null]");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Missing.DatesInMap.class,
        Missing.NumbersInMap.class,
        Missing.NumbersInHeaders.class,
        Missing.NumbersInPath.class
      })
  void aMapOfWhatIsNeverConvertedStopsTheStart(Class<?> controller) {
    assertThat(Application.of(controller).refused())
        .hasMessageContaining("a map that Spring MVC fills with text");
  }

  @Test
  void aMapOfTextsIsRead() {
    assertThat(running.get("/map/1?a=b").text()).endsWith("read {id=1}{a=b}");
  }
}
