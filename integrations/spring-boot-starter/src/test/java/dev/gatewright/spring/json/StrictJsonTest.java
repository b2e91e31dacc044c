package dev.gatewright.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;

/** Everything that lenient readers let through, and that is refused here. */
class StrictJsonTest {
  private static final int DEPTH = 8;

  private final StrictJson json = StrictJson.of(List.of(), null);

  private Object read(String text, Type type) throws MalformedJsonException {
    return json.read(text.getBytes(StandardCharsets.UTF_8), type, DEPTH);
  }

  private MalformedJsonException refused(String text, Type type) {
    MalformedJsonException refused =
        catchThrowableOfType(MalformedJsonException.class, () -> read(text, type));
    assertThat(refused).as(text).isNotNull();
    return refused;
  }

  @Test
  void aDocumentAsItShouldBeIsRead() throws Exception {
    Object read =
        read(
            """
            {"id":"123e4567-e89b-42d3-a456-426614174000","name":"x","count":1,"price":1.50,
             "day":"2024-02-29","at":"2024-02-29T12:00:00Z","colour":"RED","tags":["a","b"]}
            """,
            Order.class);

    assertThat(read)
        .isEqualTo(
            new Order(
                UUID.fromString("123e4567-e89b-42d3-a456-426614174000"),
                "x",
                1,
                new BigDecimal("1.50"),
                LocalDate.of(2024, 2, 29),
                Instant.parse("2024-02-29T12:00:00Z"),
                Colour.RED,
                List.of("a", "b"),
                null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "{",
        "{}x",
        "{} {}",
        "{\"name\":\"a\",}",
        "{'name':'a'}",
        "{name:\"a\"}",
        "{\"name\":\"a\"} // comment",
        "{\"name\":\"a\" /* comment */}",
        "\uFEFF{\"name\":\"a\"}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{\"name\":\"a\",\"n\\u0061me\":\"b\"}",
        "{\"name\":\"a\",\"admin\":true}",
        "{\"name\":1}",
        "{\"name\":1.5}",
        "{\"name\":true}",
        "{\"name\":[]}",
        "{\"name\":{}}",
        "{\"name\":\"a\tb\"}",
        "[]",
        "\"a\"",
        "[{\"name\":\"a\"}]",
        "NaN"
      })
  void whatIsNoNamedObjectIsRefused(String text) {
    refused(text, Named.class);
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    for (byte[] bytes :
        List.of(
            "{\"name\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1),
            "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_16),
            "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_16LE),
            new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'},
            new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'})) {
      assertThat(
              catchThrowableOfType(
                  MalformedJsonException.class, () -> json.read(bytes, Named.class, DEPTH)))
          .isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.lang.Integer    | \"1\"",
        "java.lang.Integer    | 1.0",
        "java.lang.Integer    | true",
        "java.lang.Integer    | \"\"",
        "java.lang.Integer    | []",
        "java.lang.Integer    | [1]",
        "java.lang.Integer    | 2147483648",
        "java.lang.Long       | 9223372036854775808",
        "java.lang.Long       | 1e3",
        "java.lang.Double     | \"NaN\"",
        "java.lang.Double     | \"INF\"",
        "java.lang.Double     | \"-Infinity\"",
        "java.lang.Double     | \"1.5\"",
        "java.lang.Double     | 1e999",
        "java.lang.Float      | 1e39",
        "java.math.BigDecimal | 1e999999999",
        "java.math.BigDecimal | 1e-999999999",
        "java.math.BigDecimal | \"1\"",
        "java.math.BigInteger | 1.0",
        "java.lang.Boolean    | 1",
        "java.lang.Boolean    | \"true\"",
        "java.lang.String     | 1",
        "java.lang.String     | false",
        "java.util.UUID       | \"Ej5FZ+ibQtOkVkJmFBdAAA==\"",
        "java.util.UUID       | \"1-1-1-1-1\"",
        "java.util.UUID       | \"\"",
        "java.time.LocalDate  | [2024,1,1]",
        "java.time.LocalDate  | \"2024-01-01T00:00:00\"",
        "java.time.LocalDate  | \"2024-01-01T00:00:00Z\"",
        "java.time.LocalDate  | 19000",
        "java.time.LocalDate  | \"\"",
        "java.time.LocalDateTime | [2024,1,1,1,1]",
        "java.time.Instant    | 1700000000",
        "java.time.Instant    | 1700000000.5",
        "java.time.Instant    | \"1700000000\"",
        "java.time.OffsetDateTime | 1700000000",
        "java.time.Duration   | 5",
        "java.time.Duration   | 5.5",
        "java.util.Date       | 1700000000000",
        "java.util.Date       | \"\"",
        "[D                   | [1,\"NaN\"]",
        "[D                   | [1,null]",
        "[D                   | 1",
        "[F                   | [1e39]",
        "[I                   | [\"1\"]",
        "[I                   | [null]",
        "[Z                   | [1]"
      })
  void nothingIsTakenForAnythingElse(String type, String text) throws Exception {
    refused(text, Class.forName(type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "\"0\"", "\" RED\"", "\"RED \"", "\"red\"", "\"\"", "[\"RED\"]"})
  void anEnumConstantIsWrittenAsItIsNamed(String text) {
    refused(text, Colour.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[null]", "[\"a\",null]"})
  void listsHoldNoNull(String text) {
    refused("{\"values\":" + text + "}", Values.class);
    refused("{\"byName\":{\"a\":null}}", ByName.class);
  }

  @Test
  void aMissingPropertyIsRefusedAndNamed() {
    assertThat(refused("{\"name\":\"a\"}", Point.class).path()).isEqualTo("x");
    assertThat(refused("{\"x\":1,\"y\":null}", Point.class).path()).isEqualTo("y");
    assertThat(refused("{}", Named.class).path()).isEqualTo("name");
  }

  @Test
  void whatIsNullableMayBeMissing() throws Exception {
    assertThat(read("{}", Lenient.class)).isEqualTo(new Lenient(null, Optional.empty(), null));
  }

  @Test
  void aNameHasNoAlias() {
    assertThat(refused("{\"name\":\"a\",\"alias\":\"b\"}", Aliased.class).path())
        .isEqualTo("alias");
  }

  @Test
  void nobodyIgnoresUnknownNames() {
    assertThat(refused("{\"name\":\"a\",\"admin\":true}", Ignoring.class).path())
        .isEqualTo("admin");
    refused("{\"street\":\"a\",\"admin\":true}", Unwrapping.class);
  }

  @Test
  void nestingIsBounded() {
    assertThat(refused("[".repeat(DEPTH + 1) + "]".repeat(DEPTH + 1), JsonNode.class).problem())
        .contains("deeper than 8");
    refused("[".repeat(100_000), JsonNode.class);
  }

  @Test
  void nestingUpToTheBoundIsRead() throws Exception {
    assertThat(read("[".repeat(DEPTH) + "]".repeat(DEPTH), JsonNode.class)).isNotNull();
  }

  @Test
  void longNumbersAreRefusedBeforeTheyAreConverted() {
    refused("1".repeat(200_000), java.math.BigInteger.class);
    assertThat(refused("{\"a\":[1,1e400]}", Map.class).path()).isEqualTo("a[1]");
  }

  @Test
  void theProblemNamesThePathAndNeverTheValue() {
    MalformedJsonException refused =
        refused("{\"values\":[\"a\",{\"swordfish\":1}]}", Values.class);

    assertThat(refused.path()).isEqualTo("values[1]");
    assertThat(refused.getMessage() + refused.path()).doesNotContain("swordfish");
  }

  @Test
  void namesThatAreNoNamesAreNotEchoed() {
    assertThat(refused("{\"name\":\"a\",\"<script>\":1}", Named.class).path()).isEqualTo("?");
    assertThat(refused("{\"name\":\"a\",\"" + "x".repeat(65) + "\":1}", Named.class).path())
        .isEqualTo("?");
  }

  @Test
  void namesFollowTheApplicationsStrategy() throws Exception {
    StrictJson snake = StrictJson.of(List.of(), PropertyNamingStrategies.SNAKE_CASE);

    assertThat(
            snake.read(
                "{\"first_name\":\"a\"}".getBytes(StandardCharsets.UTF_8), Person.class, DEPTH))
        .isEqualTo(new Person("a"));
  }

  @Test
  void timesAndSpansAreReadAsText() throws Exception {
    assertThat(read("\"PT5M\"", Duration.class)).isEqualTo(Duration.ofMinutes(5));
    assertThat(read("\"2024-01-01T00:00:00Z\"", Date.class))
        .isEqualTo(Date.from(Instant.parse("2024-01-01T00:00:00Z")));
    assertThat((double[]) read("[1, 2.5]", double[].class)).containsExactly(1, 2.5);
  }

  enum Colour {
    RED,
    GREEN
  }

  record Named(String name) {}

  record Point(int x, int y) {}

  record Values(List<String> values) {}

  record ByName(Map<String, String> byName) {}

  record Person(String firstName) {}

  record Lenient(
      @Nullable String comment, Optional<String> reference, @NotBlank @Nullable String name) {}

  record Aliased(@JsonAlias("alias") String name) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Ignoring(String name) {}

  static class Address {
    public @Nullable String street;
  }

  static class Unwrapping {
    @JsonUnwrapped public @Nullable Address address;
  }

  record Order(
      UUID id,
      String name,
      int count,
      BigDecimal price,
      LocalDate day,
      Instant at,
      Colour colour,
      List<String> tags,
      @Nullable String comment) {}
}
