package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Formats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in formats other than JSON are not read more loosely than JSON. */
class FormatsIT {
  private static final String CBOR =
      "org.springframework.http.converter.cbor.JacksonCborHttpMessageConverter";

  /** {@code {"text":1,"count":"2","admin":true}}: two coerced values and an unknown name. */
  private static final String LOOSE_CBOR = "\u00a3dtext\u0001ecounta2eadmin\u00f5";

  static Answer post(RunningApplication running, String path, String type, String body) {
    return running.send(
        "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: %s\r\n"
                .formatted(path, type)
            + "Content-Length: %d\r\n\r\n%s".formatted(body.length(), body));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Formats.Cbor.class,
        Formats.JsonAndCbor.class,
        Formats.AnyApplicationType.class,
        Formats.AnythingButText.class,
        Formats.ByHeader.class
      })
  void aFormatThatWouldBeReadLooselyStopsTheStart(Class<?> controller) {
    assertThat(Application.of(controller).refused())
        .hasMessageContaining(controller.getSimpleName())
        .hasMessageContaining("application/cbor, which " + CBOR)
        .hasMessageContaining("Fix: name in 'consumes' the media types of JSON only")
        .hasMessageContaining("'gatewright.input.body-converters'");
  }

  @Test
  void aConverterOfTheApplicationsStopsTheStartUnlessItIsListed() {
    assertThat(Application.of(Formats.OwnFormat.class, Formats.NoteConverter.class).refused())
        .hasMessageContaining(Formats.Notes.class.getName());

    try (RunningApplication running =
        Application.of(Formats.OwnFormat.class, Formats.NoteConverter.class)
            .with("gatewright.input.body-converters=" + Formats.Notes.class.getName())
            .start()) {
      assertThat(post(running, "/note", "text/x-note", "abc").text())
          .startsWith("HTTP/1.1 200 ")
          .endsWith("read Note[text=own, count=3]");
    }
  }

  @Test
  void aListedConverterReadsAsItDoes() {
    try (RunningApplication running =
        Application.of(Formats.Cbor.class)
            .with("gatewright.input.body-converters=" + CBOR)
            .start()) {
      assertThat(post(running, "/note", "application/cbor", LOOSE_CBOR).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/bytes, application/cbor, abc, read 3",
    "/bytes, application/xml, abc, read 3",
    "/text, text/yaml, 'a: b', 'read a: b'",
    "/form, application/x-www-form-urlencoded, a=b, read b"
  })
  void whatIsHandedOverAsItIsStaysReadable(String path, String type, String body, String read) {
    try (RunningApplication running = Application.of(Formats.Raw.class).start()) {
      assertThat(post(running, path, type, body).text()).startsWith("HTTP/1.1 200 ").endsWith(read);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/cbor", "application/xml", "application/x-yaml"})
  void aBodyIsJsonWhereTheMappingSaysNothing(String type) {
    try (RunningApplication running = Application.of(Formats.Raw.class).start()) {
      post(running, "/json", type, LOOSE_CBOR).isClosedWith(415);
    }
  }
}
