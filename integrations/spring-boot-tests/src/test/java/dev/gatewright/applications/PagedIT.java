package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Paged;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that cannot be read are malformed; nobody gets the default instead. */
class PagedIT {
  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running =
        Application.of(Paged.Pages.class, Paged.Data.class)
            .with("gatewright.input.unknown-query-parameters=refuse")
            .start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'', read 0 7UNSORTED",
    "?page=2&size=50, read 2 50UNSORTED",
    "'?sort=name&sort=age,desc', 'read 0 7name: ASC,age: DESC'",
    "'?sort=a.b,c,DESC', 'read 0 7a.b: DESC,c: DESC'",
    "'?sort=name,asc,ignorecase', 'read 0 7name: ASC, ignoring case'",
    "?size=9999, read 0 2000UNSORTED",
    "/qualified?a_page=3&a_sort=x, read 3 20x: ASC",
    "'/sorted?sort=name,desc', read name: DESC",
    "/sorted, read UNSORTED",
    "/scrolled?offset=5, read 5",
  })
  void aPageIsRead(String request, String read) {
    assertThat(running.get("/paged" + request).text()).startsWith("HTTP/1.1 200 ").endsWith(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0x10",
        "%2B1",
        "-1",
        "-0",
        "01",
        "%201",
        "1.0",
        "1e1",
        "x",
        "%D9%A3",
        "2147483648",
        "99999999999999999999",
        "1&page=2"
      })
  void theNumberOfAPageIsPlain(String number) {
    running.get("/paged?page=" + number).isClosedWith(400);
    running.get("/paged?size=" + number.replace("page", "size")).isClosedWith(400);
    running.get("/paged/qualified?a_page=" + number.replace("page", "a_page")).isClosedWith(400);
    if (!number.equals("2147483648")) {
      running.get("/paged/scrolled?offset=" + number.replace("page", "offset")).isClosedWith(400);
    }
  }

  @Test
  void aPageIsNotEmpty() {
    running.get("/paged?size=0").isClosedWith(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "name,",
        ",name",
        "name,,age",
        "%20name",
        "name,%20desc",
        "asc",
        "name,desc,age",
        "name,ignorecase,desc",
        "name,Desc",
        "a..b",
        ".a",
        "a.",
        "a;b",
        "a(b)",
        "name&sort="
      })
  void whatToSortByIsPlain(String sort) {
    running.get("/paged?sort=" + sort).isClosedWith(400);
    running.get("/paged/sorted?sort=" + sort).isClosedWith(400);
  }

  @Test
  void aParameterThatIsNotReadIsUnknown() {
    running.get("/paged?pages=1").isClosedWith(400);
    running.get("/paged/sorted?page=1").isClosedWith(400);
  }

  @Test
  void namesOfTheApplicationsAreLookedAt() {
    try (RunningApplication own = Application.of(Paged.Pages.class, Paged.OwnNames.class).start()) {
      assertThat(own.get("/paged?p_nr=3").text()).endsWith("read 2 7UNSORTED");
      own.get("/paged?p_nr=0").isClosedWith(400);
      own.get("/paged?p_nr=x").isClosedWith(400);
      own.get("/paged?p_size=x").isClosedWith(400);
      assertThat(own.get("/paged?page=x").status()).isEqualTo(200);
    }
  }

  @Test
  void aProjectionStopsTheStart() {
    assertThat(Application.of(Paged.Projections.class, Paged.Data.class).refused())
        .hasMessageContaining("The parameter search of ")
        .hasMessageContaining("is a projection of Spring Data's")
        .hasMessageContaining("Fix: take a record");
  }
}
