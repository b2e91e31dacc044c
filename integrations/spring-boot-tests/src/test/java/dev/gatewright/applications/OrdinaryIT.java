package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.ordinary.Ordinary;
import dev.gatewright.applications.ordinary.OrdinaryFilters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What works in Spring MVC works behind the gate, on Tomcat and on Jetty. */
class OrdinaryIT {
  private static final List<String> LATER = List.of("/non-blocking", "/forward");

  @TestFactory
  Stream<DynamicTest> ordinaryApplicationsAnswerAsEver() {
    return Stream.of(
            OrdinaryFilters.None.class,
            OrdinaryFilters.OfSpring.class,
            OrdinaryFilters.Forwarded.class,
            OrdinaryFilters.Tagging.class,
            OrdinaryFilters.TakesTheStream.class,
            OrdinaryFilters.Keeping.class,
            OrdinaryFilters.KeepingWithHeaders.class,
            OrdinaryFilters.WithHeaders.class)
        .flatMap(
            filters ->
                Stream.of(
                    DynamicTest.dynamicTest(
                        filters.getSimpleName() + " on Tomcat",
                        () -> answerAsEver(filters, application(filters))),
                    DynamicTest.dynamicTest(
                        filters.getSimpleName() + " on Jetty",
                        () -> answerAsEver(filters, application(filters).onJetty()))));
  }

  private static Application application(Class<?> filters) {
    return Application.of(Ordinary.class, Ordinary.Views.class, filters)
        .with("server.compression.enabled=true", "server.compression.min-response-size=2KB");
  }

  private static void answerAsEver(Class<?> filters, Application application) {
    try (RunningApplication running = application.start()) {
      endpointsAnswer(filters, running);
      filesAreServed(running);
      errorsKeepTheirStatus(running);
      if (filters == OrdinaryFilters.OfSpring.class) {
        Answer redirected = running.get("/slash/text/");
        assertThat(redirected.status()).as(redirected.text()).isEqualTo(308);
        assertThat(redirected.text()).contains("/slash/text");
      }
    }
  }

  private static void endpointsAnswer(Class<?> filters, RunningApplication running) {
    for (String path :
        new String[] {
          "/text",
          "/entity",
          "/callable",
          "/deferred",
          "/streamed",
          "/emitted",
          "/events",
          "/forward",
          "/view",
          "/written",
          "/non-blocking"
        }) {
      // Without Gatewright, too: what is kept and written later, a writer beside a stream.
      boolean lost =
          (isKeeping(filters) && LATER.contains(path))
              || (filters == OrdinaryFilters.TakesTheStream.class && path.equals("/view"));
      if (!lost) {
        Answer answer = running.get(path);
        assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(200);
        assertThat(answer.text()).as(path).contains(Ordinary.TEXT);
      }
    }
    assertThat(running.get("/no-content").status()).isEqualTo(204);
    assertThat(running.get("/redirect").status()).isBetween(302, 303);
    assertThat(running.get("/redirect-view").text()).contains("/text");
    assertThat(running.get("/failing").status()).isEqualTo(501);
    assertThat(running.get("/failing").text()).contains(Ordinary.TEXT, "Retry-After: 1");
    Answer head = running.request("HEAD", "/text");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.text()).doesNotContain(Ordinary.TEXT);
    assertThat(running.get("/entity", "If-None-Match: \"v1\"").status()).isEqualTo(304);
    assertThat(running.get("/long", "Accept-Encoding: gzip").text().toLowerCase(Locale.ROOT))
        .contains("content-encoding: gzip");
    Answer preflight =
        running.request(
            "OPTIONS",
            "/text",
            "Origin: https://other.example",
            "Access-Control-Request-Method: GET");
    assertThat(preflight.status()).isEqualTo(200);
    assertThat(preflight.text()).contains("https://other.example");
  }

  private static boolean isKeeping(Class<?> filters) {
    return filters.getSimpleName().matches("Keeping.*|Tagging");
  }

  private static void filesAreServed(RunningApplication running) {
    Answer file = running.get("/plain.txt");
    assertThat(file.status()).as(file.text()).isEqualTo(200);
    assertThat(file.text()).contains("plain as day");
    Answer head = running.request("HEAD", "/plain.txt");
    assertThat(head.status()).as(head.text()).isEqualTo(200);
    Answer range = running.get("/plain.txt", "Range: bytes=0-4");
    assertThat(range.status()).as(range.text()).isEqualTo(206);
    assertThat(range.text()).endsWith("plain");
    assertThat(running.get("/plain.txt", "Range: bytes=90000-").status()).isEqualTo(416);
    Answer ranges = running.get("/plain.txt", "Range: bytes=0-1,3-4");
    assertThat(ranges.status()).as(ranges.text()).isEqualTo(206);
    assertThat(
            running.get("/plain.txt", "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT").status())
        .isEqualTo(304);
    assertThat(running.get("/webjars/library/library.js").text()).contains("library");
    assertThat(running.request("OPTIONS", "/plain.txt").status()).isEqualTo(200);
    assertThat(running.request("POST", "/plain.txt", "Content-Length: 0").status()).isEqualTo(405);
  }

  private static void errorsKeepTheirStatus(RunningApplication running) {
    running.get("/nothing-here").isClosedWith(404);
    running.get("/favicon.ico").isClosedWith(404);
    assertThat(running.get("/nothing-here", "Accept: text/html").status()).isEqualTo(404);
    assertThat(running.get("/nothing-here", "Accept: text/html").text()).contains("Whitelabel");
    assertThat(running.get("/error").status()).isGreaterThanOrEqualTo(400);
    running.request("DELETE", "/text").isClosedWith(405);
    assertThat(running.request("TRACE", "/text").status()).isEqualTo(405);
    assertThat(running.request("TRACE", "/nothing-here").status()).isBetween(404, 405);
  }
}
