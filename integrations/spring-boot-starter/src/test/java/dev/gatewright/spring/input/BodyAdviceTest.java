package dev.gatewright.spring.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.RawRequest;
import dev.gatewright.spring.RefusedStart;
import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.advised.AdvisedApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** What the application has around its bodies stays around those that are read strictly. */
class BodyAdviceTest {
  private static final String JSON = "application/json";

  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application =
        RunningApplication.start(
            AdvisedApplication.class, "gatewright.input.content-encodings=gzip");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @BeforeEach
  void forget() {
    AdvisedApplication.CALLS.clear();
  }

  private static HttpResponse<String> post(String path, String body) {
    return application.post("/bodies/" + path, body, "Content-Type", JSON);
  }

  private static HttpResponse<String> postCompressed(String path, String body, String type) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream compressed = new GZIPOutputStream(bytes)) {
      compressed.write(body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return application.send(
        HttpRequest.newBuilder(application.uri("/bodies/" + path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray())),
        "Content-Type",
        type,
        "Content-Encoding",
        "gzip");
  }

  @Test
  void advicesRunInTheirOrderBeforeAndAfterTheBodyIsRead() {
    HttpResponse<String> response = post("note", "{\"text\":\"a\",\"role\":null}");

    assertThat(response.body()).isEqualTo("read Note[text=a!, role=null]");
    assertThat(AdvisedApplication.CALLS).isEqualTo(List.of("before 1", "before 2", "after 2"));
  }

  @Test
  void theBodyIsReadStrictlyBetweenThem() {
    assertThat(post("note", "{\"text\":\"a\",\"role\":null,\"admin\":true}").statusCode())
        .isEqualTo(400);
    assertThat(AdvisedApplication.CALLS).isEqualTo(List.of("before 1", "before 2"));
  }

  @Test
  void anAdviceGivesABodyWhereThereIsNone() {
    assertThat(post("optional", "").body()).isEqualTo("read Note[text=none, role=null]");
    assertThat(post("note", "").statusCode()).isEqualTo(400);
    assertThat(AdvisedApplication.CALLS).isEqualTo(List.of("empty 2", "empty 2"));
  }

  @ParameterizedTest
  @CsvSource({"note, application/json", "text, text/plain", "text, application/json"})
  void whatAnAdviceExpandsIsBounded(String path, String type) {
    String note = "{\"text\":\"%s\",\"role\":null}";

    assertThat(postCompressed(path, note.formatted("a".repeat(900)), type).statusCode())
        .isEqualTo(200);
    assertThat(postCompressed(path, note.formatted("a".repeat(10_000_000)), type).statusCode())
        .isEqualTo(413);
    assertThat(post(path, note.formatted("a".repeat(1_000))).statusCode()).isEqualTo(413);
  }

  @Test
  void whatAnAdviceCannotExpandIsTheClientsFault() {
    HttpResponse<String> response =
        application.post(
            "/bodies/note", "no gzip", "Content-Type", JSON, "Content-Encoding", "gzip");

    assertThat(response.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "x-gzip", "gzip, br", "utf-8"})
  void anotherContentCodingIsRefused(String coding) {
    HttpResponse<String> response =
        application.post("/bodies/note", "{}", "Content-Type", JSON, "Content-Encoding", coding);

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.headers().firstValue("Accept-Encoding")).hasValue("gzip");
  }

  @Test
  void noContentCodingIsAcceptedUnlessTheApplicationSaysSo() {
    try (RunningApplication plain = RunningApplication.start(AdvisedApplication.class)) {
      HttpResponse<String> refused =
          plain.post("/bodies/note", "{}", "Content-Type", JSON, "Content-Encoding", "gzip");
      assertThat(refused.statusCode()).isEqualTo(415);
      assertThat(refused.headers().firstValue("Accept-Encoding")).hasValue("identity");
      assertThat(
              plain
                  .post(
                      "/bodies/note",
                      "{\"text\":\"a\",\"role\":null}",
                      "Content-Type",
                      JSON,
                      "Content-Encoding",
                      "Identity")
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void aFieldOutsideOfTheViewIsUnknown() {
    assertThat(post("viewed", "{\"text\":\"a\"}").body())
        .isEqualTo("read Note[text=a!, role=null]");
    HttpResponse<String> refused = post("viewed", "{\"text\":\"a\",\"role\":\"admin\"}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("\"path\":\"role\"", "is not known");
    assertThat(post("clerk", "{\"text\":\"a\",\"role\":\"admin\"}").body())
        .isEqualTo("read Note[text=a!, role=admin]");
  }

  @Test
  void aBodyThatIsTakenAsTextIsText() {
    assertThat(
            RawRequest.post(
                application, "/bodies/text", "a\u00ff", "Content-Type: text/plain;charset=utf-8"))
        .startsWith("HTTP/1.1 400 ");
    assertThat(RawRequest.post(application, "/bodies/text", "a\0", "Content-Type: text/plain"))
        .startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v=%00", "v=%C3", "%00=1", "v=a&v=%ED%A0%80"})
  void aFormThatIsTakenAsABodyIsText(String form) {
    String type = "Content-Type: application/x-www-form-urlencoded";

    assertThat(RawRequest.post(application, "/bodies/form", "v=%C3%A9", type)).endsWith("read é");
    assertThat(RawRequest.post(application, "/bodies/form", form, type))
        .startsWith("HTTP/1.1 400 ");
  }

  @Test
  void aConverterThatWouldBePassedOverStopsTheStart() {
    assertThat(RefusedStart.refused(List.of(AdvisedApplication.class, Converting.class)))
        .hasMessageContaining(NoteConverter.class.getName() + " would read");
  }

  @Test
  void aConverterThatIsListedMayBePassedOver() {
    try (RunningApplication listed =
        RunningApplication.startBare(
            List.of(AdvisedApplication.class, Converting.class),
            "gatewright.transport.https=required-except-loopback",
            "gatewright.input.replaced-json-converters=" + NoteConverter.class.getName())) {
      assertThat(
              listed
                  .post("/bodies/note", "{\"text\":\"a\",\"role\":null}", "Content-Type", JSON)
                  .body())
          .isEqualTo("read Note[text=a, role=null]");
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Converting {
    @Bean
    NoteConverter noteConverter() {
      return new NoteConverter();
    }
  }

  /** Reads notes in a way of its own. */
  static final class NoteConverter extends AbstractHttpMessageConverter<AdvisedApplication.Note> {
    NoteConverter() {
      super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
      return type == AdvisedApplication.Note.class;
    }

    @Override
    protected AdvisedApplication.Note readInternal(
        Class<? extends AdvisedApplication.Note> type, HttpInputMessage message) {
      return new AdvisedApplication.Note("from the converter", "admin");
    }

    @Override
    protected void writeInternal(AdvisedApplication.Note note, HttpOutputMessage message) {
      throw new UnsupportedOperationException();
    }
  }
}
