package dev.gatewright.spring.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.RawRequest;
import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.reading.ReadingApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes one value is given one. */
class RepeatedInputTest {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String BOUNDARY = "Content-Type: multipart/form-data; boundary=x";

  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application = RunningApplication.start(ReadingApplication.class);
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  private static void assertRepeated(String answer, String path) {
    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .contains("\"path\":\"" + path + "\"", "is given more than once")
        .contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int",
        "integer",
        "implicit",
        "text",
        "boolean",
        "enum",
        "uuid",
        "date",
        "money",
        "percent",
        "optional",
        "character",
        "decimal",
        "map"
      })
  void aQueryParameterThatTakesOneValueIsGivenOne(String type) {
    assertRepeated(RawRequest.get(application, "/scalars/" + type + "?v=1&v=2"), "v");
    assertRepeated(RawRequest.get(application, "/scalars/" + type + "?v=1&v=1"), "v");
    assertRepeated(RawRequest.get(application, "/scalars/" + type + "?v=&v=1"), "v");
  }

  @ParameterizedTest
  @CsvSource({"list, '[1, 2]'", "array, '[1, 2]'", "texts, '[1, 2]'", "multimap, '[1, 2]'"})
  void whatTakesSeveralIsGivenSeveral(String type, String read) {
    assertThat(RawRequest.get(application, "/scalars/" + type + "?v=1&v=2"))
        .startsWith("HTTP/1.1 200 ")
        .endsWith("read " + read);
  }

  @Test
  void aParameterIsNotInQueryAndFormBoth() {
    assertRepeated(RawRequest.post(application, "/forms/field", "v=1&v=2", FORM), "v");
    assertRepeated(RawRequest.post(application, "/forms/field?v=1", "v=2", FORM), "v");
  }

  @ParameterizedTest
  @ValueSource(strings = {"header", "header-text"})
  void aHeaderThatTakesOneValueIsGivenOne(String type) {
    assertRepeated(RawRequest.get(application, "/scalars/" + type, "X-V: 1", "X-V: 2"), "X-V");
    assertRepeated(RawRequest.get(application, "/scalars/" + type, "X-V: 1", "x-v: 1"), "X-V");
  }

  @Test
  void aHeaderThatTakesSeveralIsGivenSeveral() {
    assertThat(RawRequest.get(application, "/scalars/headers", "X-V: 1", "X-V: 2"))
        .startsWith("HTTP/1.1 200 ")
        .endsWith("read [1, 2]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cookie", "cookie-text"})
  void aCookieIsGivenOnce(String type) {
    assertRepeated(RawRequest.get(application, "/scalars/" + type, "Cookie: v=1; v=2"), "v");
    assertRepeated(
        RawRequest.get(application, "/scalars/" + type, "Cookie: v=1", "Cookie: v=2"), "v");
  }

  @ParameterizedTest
  @ValueSource(strings = {"matrix", "matrix-text", "matrix-map"})
  void aPathParameterIsGivenOnce(String type) {
    assertThat(RawRequest.get(application, "/scalars/" + type + "/x;v=1"))
        .startsWith("HTTP/1.1 200 ");
    assertRepeated(RawRequest.get(application, "/scalars/" + type + "/x;v=1;v=2"), "v");
    assertThat(RawRequest.get(application, "/scalars/" + type + "/x;v=1,2"))
        .startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @CsvSource({"count", "note", "lines[0].price"})
  void aPropertyThatTakesOneValueIsGivenOne(String property) {
    assertRepeated(
        RawRequest.post(application, "/forms/order", property + "=1&" + property + "=2", FORM),
        property);
    assertRepeated(RawRequest.get(application, "/forms/search?text=a&text=b&page=1"), "text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lines['0'].price", "lines[00].price", "lines[%2B0].price", "sizes[%D9%A0]"})
  void aPropertyHasNoOtherName(String name) {
    assertThat(RawRequest.post(application, "/forms/order", name + "=1", FORM))
        .startsWith("HTTP/1.1 400 ");
  }

  @Test
  void aParameterDoesNotTakeThePlaceOfAPartOfThePath() {
    assertThat(RawRequest.post(application, "/forms/orders/5", "count=1", FORM))
        .endsWith("read 1false5[][]");
    assertRepeated(RawRequest.post(application, "/forms/orders/5", "id=6", FORM), "id");
    assertRepeated(RawRequest.post(application, "/forms/orders/5?id=6", "", FORM), "id");
  }

  @Test
  void aFileIsGivenOnce() {
    String part =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n1\r\n";

    assertThat(RawRequest.post(application, "/forms/upload", part + "--x--\r\n", BOUNDARY))
        .endsWith("read a");
    assertRepeated(
        RawRequest.post(application, "/forms/upload", part + part + "--x--\r\n", BOUNDARY), "file");
    assertThat(RawRequest.post(application, "/forms/uploads", part + part + "--x--\r\n", BOUNDARY))
        .endsWith("read 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Type: text/plain", "content-type: application/json"})
  void aHeaderOfWhichThereIsOneIsGivenOnce(String second) {
    assertThat(RawRequest.post(application, "/forms/field", "v=1", FORM, second))
        .startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 3", "Content-Length: 4", "Host: other"})
  void whatTheServerReadsIsGivenOnce(String second) {
    assertThat(RawRequest.post(application, "/forms/field", "v=1", FORM, second))
        .startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "; charset=utf-8; charset=utf-16",
        ";charset=a;CHARSET=b",
        "; charset=utf-8;x=y; charset=b"
      })
  void aMediaTypeHasOneCharset(String parameters) {
    assertThat(RawRequest.post(application, "/forms/field", "v=1", FORM + parameters))
        .startsWith("HTTP/1.1 400 ");
  }
}
