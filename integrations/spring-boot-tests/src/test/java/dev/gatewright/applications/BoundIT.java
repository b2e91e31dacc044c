package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Bound;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be bound is the client's fault, and nothing is bound twice. */
class BoundIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data; boundary=x";
  private static final String FILE =
      "--x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a\"\r\n\r\n1\r\n";
  private static final String FIELD =
      "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n1\r\n";

  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running = Application.of(Bound.class).start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static Answer form(String path, String body) {
    return FormatsIT.post(running, "/bound/" + path, FORM, body);
  }

  private static Answer parts(String path, String parts) {
    return FormatsIT.post(running, "/bound/" + path, MULTIPART, parts + "--x--\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "order, count=1&sizes=1&sizes=2, '1 [1, 2][][]{}'",
    "order, sizes[0]=1&sizes[1]=2, '0 [1, 2][][]{}'",
    "order, sizes[]=1&sizes[]=2, '0 [1, 2][][]{}'",
    "order, _sizes=on&sizes=1, '0 [1][][]{}'",
    "order, _sizes=on, '0 [][][]{}'",
    "order, notes[a]=b, '0 [][][]{a=b}'",
    "order, parts[0].count=3, '0 [][3 [][][]{}][]{}'",
    "search, ids=1&ids=2&page=1, '[1, 2]nullnull1'",
    "search, ids[0]=1&codes[0]=2&limits[a]=3, '[1][2]{a=3}null'",
  })
  void whatHasOneNameIsBound(String path, String form, String read) {
    assertThat(form(path, form).text()).startsWith("HTTP/1.1 200 ").endsWith("read " + read);
  }

  @ParameterizedTest
  @CsvSource({
    "order, sizes=1&sizes[0]=2",
    "order, sizes[]=1&sizes=2",
    "order, sizes[]=1&sizes[0]=2",
    "order, !sizes=1&sizes[0]=2",
    "order, _sizes=1&sizes[0]=2",
    "order, parts[0]=1&parts[0].count=2",
    "order, notes=1&notes[a]=2",
    "order, count=1&Count=2",
    "order, Count=2",
    "order, parts[0].Count=2",
    "search, ids=1&ids[0]=2",
    "search, ids[]=1&ids[0]=2",
    "search, codes=1&codes[0]=2",
    "search, limits=1&limits[a]=2",
  })
  void aValueUnderTwoNamesIsMalformed(String path, String form) {
    form(path, form).isClosedWith(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "x",
        "99999999",
        "99999999999999999999",
        "1.5",
        "0x1",
        "2147483647",
        "-2147483648",
        "a.b",
        "*"
      })
  void anIndexIsANumberWithinBounds(String index) {
    for (String name : new String[] {"sizes", "codes", "parts", "ids"}) {
      String below = name.equals("parts") ? ".count" : "";
      String path = name.equals("ids") ? "search" : "order";
      form(path, name + "[" + index + "]" + below + "=1").isClosedWith(400);
    }
    form("search", "codes[" + index + "]=1").isClosedWith(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sizes[",
        "sizes[0",
        "sizes[0]]",
        "sizes[0]x",
        "sizes[[0]]",
        "sizes[0][0]",
        "sizes[0].x",
        "sizes.x",
        "sizes[][0]",
        "count[0]",
        "count.x"
      })
  void aNameIsWellFormed(String name) {
    form("order", name + "=1").isClosedWith(400);
    String other = name.replace("sizes", "%s").replace("count", "page");
    for (String property : new String[] {"ids", "codes"}) {
      form("search", other.formatted(property) + "=1").isClosedWith(400);
    }
  }

  @Test
  void nothingIsBehindAListButElements() {
    form("order", "parts.count=1").isClosedWith(400);
    form("book", "pages.text=1").isClosedWith(400);
    form("order", "notes.a=1").isClosedWith(400);
  }

  /** Spring MVC cannot fill one by index. */
  @Test
  void anArrayOfPrimitivesInAConstructorIsNoErrorOfTheServer() {
    form("search", "bits[0]=1").isClosedWith(400);
    assertThat(form("search", "bits=1&bits=2").status()).isEqualTo(200);
  }

  @Test
  void aNameHasNotVeryManySteps() {
    form("order", "parts[0].".repeat(3_000) + "count=1").isClosedWith(400);
  }

  @Test
  void aValueThatAConstructorRefusesIsMalformed() {
    Answer answer = form("search", "page=101");
    answer.isClosedWith(400);
    assertThat(answer.text()).doesNotContain("too far");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "texts", "number"})
  void aFileIsNoText(String path) {
    parts(path, FILE.formatted("v")).isClosedWith(400);
    assertThat(parts(path, FIELD.formatted("v")).status()).isEqualTo(200);
  }

  @Test
  void textIsNoFile() {
    parts("file", FIELD.formatted("v")).isClosedWith(400);
    form("file", "v=1").isClosedWith(400);
    assertThat(parts("file", FILE.formatted("v")).status()).isEqualTo(200);
  }

  @Test
  void aPropertyIsNoFile() {
    parts("order", FILE.formatted("count")).isClosedWith(400);
    parts("order", FIELD.formatted("count") + FILE.formatted("count")).isClosedWith(400);
    parts("search", FILE.formatted("ids")).isClosedWith(400);
    assertThat(parts("order", FIELD.formatted("count")).status()).isEqualTo(200);
  }
}
