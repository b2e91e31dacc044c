package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Parts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.client.RestClient;

/** A part of a multipart body that is taken as an object is read as strictly as a body. */
class PartsIT {
  private static final String MULTIPART = "multipart/form-data; boundary=x";
  private static final String FILE =
      """
      --x\r
      Content-Disposition: form-data; name="file"; filename="a"\r
      \r
      abc\r
      """;

  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running = Application.of(Parts.ValidatedParts.class, Parts.PartsBySpring.class).start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static String part(String type, String content) {
    return """
    --x\r
    Content-Disposition: form-data; name="pet"\r
    Content-Type: %s\r
    \r
    %s\r
    """
        .formatted(type, content);
  }

  private static Answer post(String path, String parts) {
    return FormatsIT.post(running, path, MULTIPART, parts + FILE + "--x--\r\n");
  }

  private static Answer postJson(String path, String json) {
    return post(path, part("application/json", json));
  }

  private static void assertRead(Answer answer, String read) {
    assertThat(answer.text()).startsWith("HTTP/1.1 200 ").endsWith("read " + read);
  }

  private static void assertRefused(Answer answer, int status, String path) {
    answer.isClosedWith(status);
    assertThat(answer.text()).contains("\"path\":\"" + path + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"a\",\"age\":1,\"x\":1}           | pet.x",
        "{\"name\":\"a\",\"age\":1,\"age\":2}         | pet",
        "{\"name\":\"a\",\"age\":\"1\"}               | pet.age",
        "{\"name\":\"a\",\"age\":1.0}                 | pet.age",
        "{\"name\":1,\"age\":1}                       | pet.name",
        "{\"name\":\"a\"}                             | pet.age",
        "{\"name\":\"a\",\"age\":1} x                 | pet",
        "{\"name\":\"a\",\"age\":1                    | pet",
        "null                                         | pet",
        "[]                                           | pet",
        "''                                           | pet",
        "{\"name\":[[[[[1]]]]],\"age\":1}             | pet",
      })
  void aPartIsReadStrictly(String json, String path) {
    for (String endpoint : new String[] {"/validated/one", "/by-spring/one"}) {
      Answer answer = postJson(endpoint, json);
      answer.isClosedWith(400);
      assertThat(answer.text()).contains("\"path\":\"" + path);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/validated", "/by-spring"})
  void aPartIsReadAndValidated(String base) {
    assertRead(postJson(base + "/one", "{\"name\":\"a\",\"age\":1}"), "Pet[name=a, age=1]3");
    assertRefused(postJson(base + "/one", "{\"name\":\"\",\"age\":1}"), 422, "pet.name");
    assertRead(postJson(base + "/list", "[{\"name\":\"a\",\"age\":1}]"), "[Pet[name=a, age=1]]");
    assertRefused(postJson(base + "/list", "[{\"name\":\"a\",\"age\":\"1\"}]"), 400, "pet[0].age");
    assertRead(post(base + "/optional", ""), "Optional.empty");
    assertRead(
        postJson(base + "/optional", "{\"name\":\"a\",\"age\":1}"), "Optional[Pet[name=a, age=1]]");
    assertRefused(post(base + "/one", ""), 400, "pet");
  }

  @Test
  void anElementOfAPartIsToldByItsPlace() {
    String pets = "[{\"name\":\"a\",\"age\":1},{\"name\":\"a\",\"age\":0}]";
    assertRefused(postJson("/validated/list", pets), 422, "pets[1].age");
    assertRefused(postJson("/validated/optional", "{\"name\":\"a\",\"age\":0}"), 422, "given.age");
    assertRefused(postJson("/by-spring/optional", "{\"name\":\"a\",\"age\":0}"), 422, "pet.age");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/cbor",
        "application/json;charset=UTF-16",
        "application/octet-stream",
        "none"
      })
  void aPartIsJson(String type) {
    String json = "{\"name\":\"a\",\"age\":1}";
    post("/validated/one", part(type, json)).isClosedWith(415);
    post("/validated/one", part(type, json).replace("Content-Type: " + type + "\r\n", ""))
        .isClosedWith(415);
    assertRead(
        post("/validated/one", part("application/json;charset=utf-8", json)),
        "Pet[name=a, age=1]3");
  }

  @Test
  void aPartIsGivenOnce() {
    String json = part("application/json", "[{\"name\":\"a\",\"age\":1}]");
    String asFile = json.replace("\"pet\"", "\"pet\"; filename=\"pet.json\"");

    assertRead(post("/validated/list", asFile), "[Pet[name=a, age=1]]");
    assertRefused(post("/validated/list", json + json), 400, "pet");
    assertRefused(post("/validated/list", asFile + asFile), 400, "pet");
    assertRefused(post("/validated/list", json + asFile), 400, "pet");
    assertRefused(post("/validated/list?pet=1", json), 400, "pet");
  }

  @Test
  void whatItsViewLeavesOutIsUnknown() {
    assertRead(postJson("/by-spring/viewed", "{\"name\":\"a\"}"), "Viewed[name=a, age=null]");
    assertRefused(postJson("/by-spring/viewed", "{\"name\":\"a\",\"age\":1}"), 400, "pet.age");
  }

  @Test
  void aConverterThatWouldBePassedOverStopsTheStart() {
    assertThat(Application.of(Parts.ValidatedParts.class, Parts.PetConverter.class).refused())
        .hasMessageContaining("PetConverter would read")
        .hasMessageContaining("'gatewright.input.replaced-json-converters'");
  }

  @Test
  void springsOwnClientSendsAPart() {
    MultipartBodyBuilder parts = new MultipartBodyBuilder();
    parts.part("pet", new Parts.Pet("a", 1), MediaType.APPLICATION_JSON);
    parts.part("file", new ByteArrayResource(new byte[3])).filename("a");

    assertThat(
            RestClient.create("http://localhost:" + running.port())
                .post()
                .uri("/validated/one")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts.build())
                .retrieve()
                .body(String.class))
        .isEqualTo("read Pet[name=a, age=1]3");
  }
}
