package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Bindings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a request before or beside an endpoint's parameters is read as strictly. */
class BindingsIT {
  private static final String MULTIPART = "multipart/form-data; boundary=x";
  private static final String FIELD =
      "--x\r\nContent-Disposition: form-data; name=\"v\"\r\n\r\n%s\r\n";
  private static final String FILE =
      """
      --x\r
      Content-Disposition: form-data; name="v"; filename="a"\r
      Content-Type: text/plain\r
      \r
      %s\r
      """;

  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running = Application.of(Bindings.Endpoints.class, Bindings.Advice.class).start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static void assertRead(Answer answer, String read) {
    assertThat(answer.text()).startsWith("HTTP/1.1 200 ").endsWith("read " + read);
  }

  private static Answer parts(String path, String parts) {
    return FormatsIT.post(running, path, MULTIPART, parts + "--x--\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page=0x1",
        "page=1&page=2",
        "page=+1",
        "size=0x1",
        "size=1&size=2",
        "size=1&size%5B%5D=2",
        "size=%C3",
        "width=0x1",
        "width=1&width=2"
      })
  void whatAMethodBeforeTheEndpointTakesIsReadStrictly(String query) {
    running.get("/model?" + query).isClosedWith(400);
  }

  @Test
  void whatAMethodBeforeTheEndpointTakesIsRead() {
    assertRead(running.get("/model?page=1&size=2&width=3"), "12");
    assertRead(running.get("/model"), "nullnull");
  }

  @ParameterizedTest
  @ValueSource(classes = {Bindings.BodyAdvice.class, Bindings.EntityAdvice.class})
  void anAdviceThatReadsABodyStopsTheStart(Class<?> advice) {
    assertThat(Application.of(Bindings.Plain.class, advice).refused())
        .hasMessageContaining(advice.getSimpleName() + ".note(")
        .hasMessageContaining("as strictly. Fix: take the body in the endpoint");
  }

  @Test
  void aModelThatIsReadFromABodyStopsTheStart() {
    assertThat(Application.of(Bindings.BodyInModel.class).refused())
        .hasMessageContaining("BodyInModel.note(")
        .hasMessageContaining("Fix: take the body in the endpoint");
  }

  @Test
  void aResolverThatReadsABodyStopsTheStart() {
    assertThat(Application.of(Bindings.OwnResolver.class, Bindings.Resolvers.class).refused())
        .hasMessageContaining("OwnResolver")
        .hasMessageContaining("NoteResolver, which does not read");
  }

  @Test
  void aConstraintThatNothingChecksStopsTheStart() {
    assertThat(Application.of(Bindings.Constrained.class).refused())
        .hasMessageContaining("Constrained.text(")
        .hasMessageContaining("has the constraint Size, which nothing checks. Fix: ");
  }

  @ParameterizedTest
  @CsvSource({
    "/bean?text=a, afalse",
    "/bean, false",
    "/record?text=a, 'Search[text=a, admin=null]'",
    "/record, 'Search[text=null, admin=null]'",
  })
  void aHeaderIsNoProperty(String path, String read) {
    assertRead(running.get(path, "Admin: true", "Te-xt: b", "Text: b"), read);
  }

  @Test
  void aPartOfThePathIsNotGivenInTheQueryToo() {
    assertRead(running.get("/items/5"), "[5]");
    for (String name : new String[] {"id", "id%5B%5D", "id%5B0%5D", "_id", "!id", "id.x"}) {
      running.get("/items/5?" + name + "=6").isClosedWith(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/box", "/generic"})
  void aPropertyOfAnyTypeIsGivenOnce(String path) {
    assertRead(running.get(path + "?value=a"), "a");
    running.get(path + "?value=a&value=b").isClosedWith(400);
    running.get(path + "?value=a&value%5B%5D=b").isClosedWith(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/headers", "/all-headers", "/header"})
  void aHeaderIsInAscii(String path) {
    running.get(path, "X-V: \u00c3\u00a9").isClosedWith(400);
    running.get(path, "X-V: \u00e9").isClosedWith(400);
    assertThat(running.get(path, "X-V: a").status()).isEqualTo(200);
  }

  @Test
  void aMapOfHeadersHasOneOfEach() {
    running.get("/headers", "X-V: a", "X-V: b").isClosedWith(400);
    assertRead(running.get("/all-headers", "X-V: a", "X-V: b"), "[a, b]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"i=1&i%5B%5D=2", "i%5B%5D=1&i=2"})
  void aListHasOneName(String query) {
    running.get("/list?" + query).isClosedWith(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"i=1&i=1", "i=1,1", "i%5B%5D=1&i%5B%5D=1", "i=2&i=1&i=2"})
  void aSetHoldsAValueOnce(String query) {
    running.get("/set?" + query).isClosedWith(400);
    assertThat(running.get("/list?" + query).status()).isEqualTo(200);
  }

  @Test
  void aSetOfSeveralValuesIsRead() {
    assertRead(running.get("/set?i=1&i=2"), "[1, 2]");
    assertRead(running.get("/set?i=1,2"), "[1, 2]");
  }

  @Test
  void aMapOfFilesHasOneOfEach() {
    parts("/files", FILE.formatted("a") + FILE.formatted("b")).isClosedWith(400);
    assertRead(parts("/files", FILE.formatted("a")), "1");
  }

  @Test
  void aPartIsHandedOverAsText() {
    assertRead(parts("/part", FIELD.formatted("a")), "a");
    assertRead(parts("/part", FILE.formatted("a")), "a");
    assertRead(parts("/bytes", FILE.formatted("abc")), "3");
    assertRead(parts("/parts", FILE.formatted("a") + FILE.formatted("b")), "2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/part", "/bytes"})
  void aPartIsGivenOnce(String path) {
    parts(path, FILE.formatted("a") + FILE.formatted("b")).isClosedWith(400);
    parts(path, FIELD.formatted("a") + FIELD.formatted("b")).isClosedWith(400);
    parts(path, FIELD.formatted("a") + FILE.formatted("b")).isClosedWith(400);
    parts(path + "?v=c", FILE.formatted("a")).isClosedWith(400);
    parts(path, "").isClosedWith(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00ff", "a\0b", "\u00c3"})
  void aPartThatIsNoTextIsMalformed(String text) {
    parts("/part", FILE.formatted(text)).isClosedWith(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16LE", "IBM1047", "none"})
  void aPartOfTextIsUtf8(String charset) {
    String typed = FILE.replace("text/plain", "text/plain;charset=" + charset);
    parts("/part", typed.formatted("a")).isClosedWith(400);
    parts("/part", typed.replace("; filename=\"a\"", "").formatted("a")).isClosedWith(400);
    assertRead(parts("/part", typed.replace(charset, "utf-8").formatted("a")), "a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00ff", "a\u0001", "a\tb", "a\u007f", "\u00c2\u0085"})
  void theNameOfAFileIsText(String name) {
    String file = FILE.replace("filename=\"a\"", "filename=\"" + name + "\"").formatted("a");
    for (String path : new String[] {"/part", "/bytes", "/parts", "/files"}) {
      parts(path, file).isClosedWith(400);
    }
    assertRead(parts("/parts", file.replace(name, "\u00c3\u00a9 b.txt")), "1");
  }
}
