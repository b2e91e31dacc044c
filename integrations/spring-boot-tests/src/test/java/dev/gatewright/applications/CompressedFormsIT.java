package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Bounds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Jetty expands the bodies of requests, too, where Spring Boot compresses answers: a form is as
 * long as it is then.
 */
class CompressedFormsIT {
  private static final String MUCH = "a".repeat(5_000);

  @ParameterizedTest
  @CsvSource({
    "/bounded,_method=DELETE&name=",
    "/front,name=",
    "/buttons,save=1&name=",
  })
  void aFormIsBoundedByWhatItExpandsTo(String path, String start) throws IOException {
    try (RunningApplication running =
        Application.of(Bounds.class)
            .onJetty()
            .with("server.compression.enabled=true", "spring.mvc.hiddenmethod.filter.enabled=true")
            .start()) {
      assertThat(compressed(running, path, start + "abc").text()).contains("read 3");
      compressed(running, path, start + MUCH).isClosedWith(413);
    }
  }

  private static Answer compressed(RunningApplication running, String path, String form)
      throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(form.getBytes(StandardCharsets.ISO_8859_1));
    }
    return Requests.form(
        running,
        "POST",
        path,
        compressed.toString(StandardCharsets.ISO_8859_1),
        "Content-Encoding: gzip");
  }
}
