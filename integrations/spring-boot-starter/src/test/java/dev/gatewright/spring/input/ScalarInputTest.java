package dev.gatewright.spring.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Public;
import dev.gatewright.spring.RefusedStart;
import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.reading.ReadingApplication;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A value has one spelling, wherever it stands in a request. */
class ScalarInputTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application = RunningApplication.start(ReadingApplication.class);
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static HttpResponse<String> query(String type, String value) {
    return application.get("/scalars/" + type + "?v=" + encoded(value));
  }

  private static void assertRead(HttpResponse<String> response, String read) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("read " + read);
  }

  private static void assertMalformed(HttpResponse<String> response, String path) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.body()).contains("\"path\":\"" + path + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "integer", "implicit", "long", "short", "byte", "big", "optional"})
  void anIntegerIsPlainDecimal(String type) {
    assertRead(query(type, "10"), "10");
    assertRead(query(type, "-7"), "-7");
    for (String other :
        new String[] {
          "0x10",
          "#10",
          "010",
          "+1",
          " 1",
          "1 ",
          "1 0",
          "\t1",
          "1_000",
          "1L",
          "1.0",
          "1e1",
          "٣",
          "１",
          "-",
          "--1",
          "−1",
          "1,000",
          "0b1",
          "-0x1",
          "\u00a01",
          "9".repeat(101)
        }) {
      assertMalformed(query(type, other), "v");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"double", "float", "decimal", "number"})
  void aDecimalIsPlainDecimal(String type) {
    for (String plain : new String[] {"1", "-0.5", "10.25", "0"}) {
      assertThat(query(type, plain).statusCode()).as(type + plain).isEqualTo(200);
    }
    for (String other :
        new String[] {
          "0x1p3",
          "0x10",
          "NaN",
          "Infinity",
          "-Infinity",
          "1d",
          "1f",
          "+1",
          ".5",
          "1.",
          "01",
          " 1",
          "1 ",
          "1_0",
          "1,5",
          "٣",
          "1e999999999",
          "1e-999999999",
          "1e400",
          "1e",
          "1e+",
          "9".repeat(101)
        }) {
      assertMalformed(query(type, other), "v");
    }
  }

  @Test
  void aFloatIsFinite() {
    assertMalformed(query("float", "1e39"), "v");
    assertMalformed(query("int", "3000000000"), "v");
    assertMalformed(query("byte", "128"), "v");
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "off", "yes", "no", "1", "0", "TRUE", "True", " true", "true "})
  void aBooleanIsTrueOrFalse(String other) {
    assertRead(query("boolean", "true"), "true");
    assertRead(query("boolean", "false"), "false");
    assertMalformed(query("boolean", other), "v");
  }

  @ParameterizedTest
  @ValueSource(strings = {" DAYS", "DAYS ", "days", "0", "DAYS\n", "\u00a0DAYS"})
  void anEnumConstantIsItsName(String other) {
    assertRead(query("enum", "DAYS"), "DAYS");
    assertMalformed(query("enum", other), "v");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1-1-1-1-1",
        " 00000000-0000-0000-0000-000000000001",
        "00000000-0000-0000-0000-00000000000g",
        "00000000000000000000000000000001",
        "000000000-000-0000-0000-000000000001"
      })
  void aUuidHasAllItsCharacters(String other) {
    assertThat(query("uuid", "123e4567-E89b-42d3-a456-426614174000").statusCode()).isEqualTo(200);
    assertMalformed(query("uuid", other), "v");
  }

  @ParameterizedTest
  @CsvSource({"date,' 2024-02-29'", "date,'2024-02-29 '", "date,٢٠٢٤-02-29", "date,2024-02-30"})
  void aDateIsInAsciiAndTrimmed(String type, String other) {
    assertRead(query("date", "2024-02-29"), "2024-02-29");
    assertRead(query("instant", "2024-02-29T12:00:00Z"), "2024-02-29T12:00:00Z");
    assertMalformed(query(type, other), "v");
  }

  @Test
  void aListIsOfSuchValues() {
    assertRead(query("list", "1,2"), "[1, 2]");
    assertRead(query("array", "1,2"), "[1, 2]");
    assertRead(application.get("/scalars/list?v=1&v=2"), "[1, 2]");
    assertRead(application.get("/scalars/texts?v=a&v=b"), "[a, b]");
    for (String other : new String[] {"1,0x2", "1,,2", "1, 2", ",1", "1,+2", "1,٣"}) {
      assertMalformed(query("list", other), "v");
      assertMalformed(query("array", other), "v");
    }
    assertMalformed(application.get("/scalars/list?v=1&v=0x2"), "v");
    assertMalformed(application.get("/scalars/list?v=1&v="), "v");
  }

  @Test
  void whatTheApplicationReadsItselfStaysAsItWas() {
    assertRead(query("formatted", "1,000"), "1000");
    assertRead(query("money", "EUR 5"), "500");
    assertRead(query("percent", "5 %"), "5");
    assertRead(query("text", " 0x10 "), " 0x10 ");
    assertRead(query("character", "x"), "x");
    assertRead(application.get("/scalars/default"), "10");
    assertRead(application.get("/scalars/optional"), "nothing");
    assertRead(query("integer", ""), "null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x10", "%2B1", "010", "%D9%A3", "%201", "1_0"})
  void partsOfThePathAreReadTheSameWay(String other) {
    assertRead(application.get("/scalars/path/10"), "10");
    assertMalformed(application.get("/scalars/path/" + other), "v");
    assertRead(application.get("/scalars/matrix/x;v=10"), "10");
    assertMalformed(application.get("/scalars/matrix/x;v=" + other), "v");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x10", "#10", "+1", "010"})
  void headersAndCookiesAreReadTheSameWay(String other) {
    assertRead(application.get("/scalars/header", "X-V", "10"), "10");
    assertMalformed(application.get("/scalars/header", "X-V", other), "X-V");
    assertRead(application.get("/scalars/headers", "X-V", "1, 2"), "[1, 2]");
    assertMalformed(application.get("/scalars/headers", "X-V", "1, " + other), "X-V");
    assertRead(application.get("/scalars/cookie", "Cookie", "v=10"), "10");
    assertMalformed(application.get("/scalars/cookie", "Cookie", "v=" + other), "v");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x10", "%2B1", "010", "+1", "%2310"})
  void formsAndWhatIsBoundFromThemAreReadTheSameWay(String other) {
    assertRead(application.post("/forms/field", "v=10", "Content-Type", FORM), "10");
    assertMalformed(application.post("/forms/field", "v=" + other, "Content-Type", FORM), "v");
    assertRead(
        application.post(
            "/forms/order",
            "count=1&note=n&gift=true&lines[0].price=3&sizes=1&sizes=2",
            "Content-Type",
            FORM),
        "1ntrue0[3][1, 2]");
    for (String field : new String[] {"count", "lines[0].price", "sizes", "sizes[0]"}) {
      assertMalformed(
          application.post("/forms/order", field + "=" + other, "Content-Type", FORM), field);
    }
    assertMalformed(application.post("/forms/order", "gift=on", "Content-Type", FORM), "gift");
    assertMalformed(application.get("/forms/search?text=a&page=" + other), "page");
    assertMalformed(application.get("/forms/search?text=a&page=1&ids=" + other), "ids");
    assertRead(
        application.get("/forms/search?text=a&page=1&ids=1,2"),
        "Search[page=1, text=a, ids=[1, 2]]");
  }

  @Test
  void aDefaultThatNoClientMaySendStopsTheStart() {
    assertThat(RefusedStart.refused(List.of(ReadingApplication.class, Switches.class)))
        .hasMessageContaining("The parameter on of ")
        .hasMessageContaining("has a default value that is not read as boolean here. Fix: ");
  }

  @RestController
  @Public(reason = "test")
  static class Switches {

    @GetMapping("/switch")
    String turn(@RequestParam(defaultValue = "yes") boolean on) {
      return "read " + on;
    }
  }
}
