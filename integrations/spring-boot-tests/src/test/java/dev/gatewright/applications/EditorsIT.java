package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Editors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no converter reads, no property editor of Spring's reads either. */
class EditorsIT {
  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running = Application.of(Editors.class).start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "path?v=file:///etc/hosts",
        "path?v=/etc/hosts",
        "path?v=classpath:application.properties",
        "plain-path?v=/etc/hosts",
        "paths?v=/etc/hosts",
        "paths?v=/etc/hosts&v=/etc",
        "optional-path?v=/etc/hosts",
        "in-path/java.lang.String",
        "resource?v=file:///etc/hosts",
        "resource?v=http://localhost/",
        "resources?v=file:///etc/hosts",
        "resources?v=file:///etc/hosts&v=a",
        "resource-list?v=file:///etc/hosts",
        "resource-list?v=file:///etc/hosts&v=a",
        "class-set?v=java.lang.String",
        "class-set?v=java.lang.String&v=int",
        "stream?v=file:///etc/hosts",
        "reader?v=file:///etc/hosts",
        "class?v=java.lang.String",
        "classes?v=java.lang.String",
        "bound?path=/etc/hosts",
        "bound?resources=file:///etc/hosts",
        "bound?resources%5B0%5D=file:///etc/hosts",
        "keys?paths%5B/etc%5D=a",
      })
  void whatOnlyAnEditorReadsIsMalformed(String path) {
    running.get("/" + path).isClosedWith(400);
  }

  @Test
  void whatOnlyAnEditorReadsIsNoHeaderOrCookie() {
    running.get("/header", "v: file:///etc/hosts").isClosedWith(400);
    running.get("/cookie", "Cookie: v=file:///etc/hosts").isClosedWith(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour?v=a | #a",
        "colours?v=a&v=b | [Colour[name=#a, dark=false], Colour[name=#b, dark=false]]",
        "many?uri=a:b&file=c&charset=UTF-8&locale=de&currency=EUR&pattern=d |"
            + " [a:b, c, UTF-8, de, EUR, d]",
        "bytes?v=abc | [97, 98, 99]",
        "bytes?v=1,2 | [49, 44, 50]",
        "bytes?v=0x10 | [48, 120, 49, 48]",
        "bytes?v=%C3%A9 | [-61, -87]",
        "characters?v=ab | [a, b]",
        "characters?v=a,b | [a, ,, b]",
        "characters?v=a,bc | [a, ,, b, c]",
        "characters?v= | []",
        "optional?v=a,b | Optional[[a, ,, b]]",
      })
  void aValueHasOneReading(String path, String read) {
    assertThat(running.get("/" + path).text()).startsWith("HTTP/1.1 200 ").endsWith("read " + read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes", "characters", "optional"})
  void bytesAndCharactersAreOfOneText(String path) {
    running.get("/" + path + "?v=a&v=b").isClosedWith(400);
    running.get("/" + path + "?v=a&v%5B%5D=b").isClosedWith(400);
  }
}
