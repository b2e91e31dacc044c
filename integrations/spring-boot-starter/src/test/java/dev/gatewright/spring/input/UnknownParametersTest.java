package dev.gatewright.spring.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.RawRequest;
import dev.gatewright.spring.RefusedStart;
import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.reading.ReadingApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints that refuse parameters that they do not know. */
class UnknownParametersTest {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String REFUSED = "gatewright.input.refuse-unknown-query-parameters-of=";

  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application =
        RunningApplication.start(
            ReadingApplication.class,
            REFUSED
                + "Scalars.ofInt,Scalars.ofList,Scalars.ofPath,Forms.search,Forms.order,"
                + "Forms.upload,Forms.mode",
            "gatewright.input.known-query-parameters=lang");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  private static void assertUnknown(String answer, String name) {
    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .contains("\"path\":\"" + name + "\"", "is not known");
  }

  private static void assertRead(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 200 ").contains("read ");
  }

  @Test
  void aParameterThatIsNotKnownIsRefusedByName() {
    assertRead(RawRequest.get(application, "/scalars/int?v=1"));
    assertRead(RawRequest.get(application, "/scalars/int?v=1&lang=fr"));
    assertRead(RawRequest.get(application, "/scalars/list?v%5B%5D=1&v%5B%5D=2"));
    assertRead(RawRequest.get(application, "/scalars/path/1"));
    assertUnknown(RawRequest.get(application, "/scalars/int?v=1&w=2"), "w");
    assertUnknown(RawRequest.get(application, "/scalars/int?v=1&V=2"), "V");
    assertUnknown(RawRequest.get(application, "/scalars/int?v=1&%77=2"), "w");
    assertUnknown(RawRequest.get(application, "/scalars/path/1?w"), "w");
    assertUnknown(RawRequest.get(application, "/scalars/path/1?%77=1"), "w");
    assertUnknown(RawRequest.get(application, "/scalars/path/1?v=1"), "v");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%3Cscript%3E", "%22", "a%20b", "%C3%A9", "a%0d%0aX:b"})
  void aNameThatIsNotPlainIsNotEchoed(String name) {
    assertUnknown(RawRequest.get(application, "/scalars/int?v=1&" + name + "=1"), "?");
    assertUnknown(RawRequest.get(application, "/scalars/path/1?" + name + "=1"), "?");
  }

  @ParameterizedTest
  @CsvSource({
    "count=1, true",
    "lines[0].price=1, true",
    "sizes=1&sizes=2, true",
    "sizes[]=1, true",
    "sizes[1]=2, true",
    "_gift=on, true",
    "!gift=true, true",
    "admin=true, false",
    "_admin=on, false",
    "lines[0].admin=1, false",
    "lines.price=1, false",
    "count.x=1, false",
    "count[0]=1, false",
    "class.name=x, false",
    "lines[0=1, false"
  })
  void thePropertiesOfAnObjectAreKnown(String field, boolean known) {
    String answer = RawRequest.post(application, "/forms/order", field, FORM);

    assertThat(answer).startsWith(known ? "HTTP/1.1 200 " : "HTTP/1.1 400 ");
  }

  @Test
  void theArgumentsOfAConstructorAreKnown() {
    assertRead(RawRequest.get(application, "/forms/search?page=1&text=a&ids=1,2"));
    assertUnknown(RawRequest.get(application, "/forms/search?page=1&text=a&role=b"), "role");
  }

  @Test
  void aFileThatIsNotKnownIsRefused() {
    String file = "--x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a\"\r\n\r\n1\r\n";
    String type = "Content-Type: multipart/form-data; boundary=x";
    String known = file.formatted("file");
    assertRead(RawRequest.post(application, "/forms/upload", known + "--x--\r\n", type));
    assertUnknown(
        RawRequest.post(
            application, "/forms/upload", known + file.formatted("other") + "--x--\r\n", type),
        "other");
  }

  @Test
  void aParameterThatTellsMappingsApartIsKnown() {
    assertRead(RawRequest.get(application, "/forms/mode?mode=x"));
    assertUnknown(RawRequest.get(application, "/forms/mode?mode=x&w=1"), "w");
  }

  @Test
  void otherEndpointsIgnoreWhatTheyDoNotKnow() {
    assertRead(RawRequest.get(application, "/scalars/long?v=1&w=2"));
  }

  @ParameterizedTest
  @CsvSource({"Scalars.ofMap, all", "Scalars.ofMultiMap, all", "Servlets.ofRequest, request"})
  void anEndpointThatReadsAnyParameterCannotRefuseSome(String endpoint, String parameter) {
    assertThat(
            RefusedStart.refused(ReadingApplication.class, RefusedStart.jwtAnd(REFUSED + endpoint)))
        .hasMessageContaining(endpoint.substring(endpoint.indexOf('.') + 1))
        .hasMessageContaining("its parameter " + parameter + " may read any. Fix: ");
  }

  @Test
  void anEndpointThatIsNotThereIsNamed() {
    assertThat(
            RefusedStart.refused(
                ReadingApplication.class, RefusedStart.jwtAnd(REFUSED + "Scalars.missing")))
        .hasMessageContaining("names Scalars.missing, which is no guarded endpoint");
  }

  @Test
  void anEndpointWithANamesakeIsNamedWithItsPackage() {
    assertThat(
            RefusedStart.refused(
                ReadingApplication.class, RefusedStart.jwtAnd(REFUSED + "Twins.find")))
        .hasMessageContaining("names Twins.find, of which there are several")
        .hasMessageContaining(
            "Fix: name the class with its package: dev.gatewright.spring.reading.one.Twins.find, or"
                + " dev.gatewright.spring.reading.two.Twins.find.");
    try (RunningApplication refusing =
        RunningApplication.start(
            ReadingApplication.class, REFUSED + "dev.gatewright.spring.reading.one.Twins.find")) {
      assertUnknown(RawRequest.get(refusing, "/twins/one?v=1&w=2"), "w");
      assertRead(RawRequest.get(refusing, "/twins/two?v=1&w=2"));
    }
  }

  @Test
  void theDefaultHoldsForAllButThoseThatAreListed() {
    try (RunningApplication refusing =
        RunningApplication.start(
            ReadingApplication.class,
            "gatewright.input.unknown-query-parameters=refuse",
            "gatewright.input.ignore-unknown-query-parameters-of=Scalars.ofMap,Scalars.ofMultiMap,"
                + "Servlets.ofRequest,Servlets.ofWebRequest,Scalars.ofLong")) {
      assertUnknown(RawRequest.get(refusing, "/scalars/int?v=1&w=2"), "w");
      assertRead(RawRequest.get(refusing, "/scalars/long?v=1&w=2"));
      assertRead(RawRequest.get(refusing, "/servlets/request?v=1&w=2"));
    }
  }
}
