package dev.gatewright.spring.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.RawRequest;
import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.WithoutProcessor;
import dev.gatewright.spring.reading.ReadingApplication;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is none reaches no argument. */
class TextInputTest {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application = RunningApplication.start(ReadingApplication.class);
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  private static void assertRefused(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("read ");
  }

  /** NUL, overlong, half a surrogate, cut off, no UTF-8 at all, no hexadecimal digits. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a%00b",
        "%C0%80",
        "%ED%A0%80",
        "%C3",
        "%C3%28",
        "%FF",
        "%F8%88%80%80%80",
        "%zz",
        "%",
        "a%EF%BF%BD%FF"
      })
  void textThatCannotBeDecodedIsRefusedWhereverItStands(String text) {
    assertRefused(RawRequest.get(application, "/scalars/text?v=" + text));
    assertRefused(RawRequest.get(application, "/scalars/texts?v=a&v=" + text));
    assertRefused(RawRequest.get(application, "/scalars/map?v=" + text));
    assertRefused(RawRequest.get(application, "/scalars/multimap?v=1&" + text + "=1"));
    assertRefused(RawRequest.get(application, "/scalars/path-text/" + text));
    assertRefused(RawRequest.get(application, "/scalars/matrix-text/x;v=" + text));
    assertRefused(RawRequest.get(application, "/forms/search?page=1&text=" + text));
    assertRefused(RawRequest.post(application, "/forms/order", "note=" + text, FORM));
    assertRefused(RawRequest.get(application, "/scalars/cookie-text", "Cookie: v=" + text));
    assertRefused(RawRequest.get(application, "/scalars/cookie", "Cookie: v=" + text));
  }

  @Test
  void aCookieIsUtf8WhateverTheBodyIs() {
    String cookie = "Cookie: v=%C3%A9";
    String type = "Content-Type: text/plain;charset=";
    assertThat(RawRequest.get(application, "/scalars/cookie-text", cookie)).endsWith("read é");
    assertThat(RawRequest.get(application, "/scalars/cookie-text", "Cookie: v=a%20b+%EF%BF%BD"))
        .endsWith("read a b+\uFFFD");
    assertThat(RawRequest.get(application, "/scalars/cookie-text", cookie, type + "ISO-8859-1"))
        .endsWith("read é");
  }

  /** Servers put it where they could not decode; where it was sent, it is a character. */
  @Test
  void aReplacementCharacterThatWasSentIsText() {
    String sent = "%EF%BF%BD";
    String read = "read \uFFFD";
    assertThat(RawRequest.get(application, "/scalars/text?v=" + sent)).endsWith(read);
    assertThat(RawRequest.get(application, "/scalars/text?v=a+%C3%A9" + sent))
        .endsWith("read a é\uFFFD");
    assertThat(RawRequest.get(application, "/scalars/path-text/" + sent)).endsWith(read);
    assertThat(RawRequest.get(application, "/scalars/matrix-text/x;v=" + sent)).endsWith(read);
    assertRefused(RawRequest.get(application, "/scalars/text?w=%FF&v=" + sent));
    assertRefused(RawRequest.post(application, "/forms/order", "note=" + sent, FORM));
    assertRefused(RawRequest.post(application, "/forms/order?w=" + sent, "note=%FF", FORM));
  }

  @Test
  void rawBytesThatAreNoUtf8AreRefused() {
    assertRefused(RawRequest.post(application, "/forms/order", "note=\u00ff", FORM));
    assertRefused(RawRequest.post(application, "/forms/order", "note=\0", FORM));
    assertRefused(RawRequest.get(application, "/scalars/header-text", "X-V: a\0b"));
    assertRefused(RawRequest.get(application, "/scalars/cookie-text", "Cookie: v=a\0b"));
  }

  @Test
  void textOfAnyLanguageIsRead() {
    assertThat(RawRequest.get(application, "/scalars/text?v=%C3%A9%F0%9F%98%80"))
        .endsWith("read é😀");
    assertThat(RawRequest.get(application, "/scalars/path-text/%C3%A9")).endsWith("read é");
  }

  @Test
  void anEndpointWithoutAGuardIsLeftAsItWas() {
    try (RunningApplication other =
        RunningApplication.startBare(
            List.of(ReadingApplication.class, Unguarded.TYPE),
            "gatewright.exemptions=" + Unguarded.NAME)) {
      assertThat(other.get("/unguarded?v=0x10&v=2").body()).isEqualTo("read 16");
      assertThat(other.get("/unguarded?v=%2B1").body()).isEqualTo("read 1");
    }
  }

  private static final class Unguarded {
    private static final String NAME = "unguarded.Unguarded";
    private static final Class<?> TYPE =
        WithoutProcessor.compile(
            NAME,
            """
            package unguarded;
            import org.springframework.web.bind.annotation.*;
            @RestController
            public class Unguarded {
              @GetMapping("/unguarded")
              public String read(@RequestParam int v) { return "read " + v; }
            }
            """);
  }
}
