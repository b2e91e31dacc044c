package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.hostile.Bounds;
import dev.gatewright.applications.hostile.Generics;
import dev.gatewright.applications.hostile.Lines;
import dev.gatewright.applications.hostile.Models;
import dev.gatewright.applications.hostile.Sequenced;
import dev.gatewright.applications.hostile.Servlets;
import dev.gatewright.applications.hostile.Views;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways past what annotations say. */
class HostileIT {

  private static RunningApplication start(Class<?>... classes) {
    return Application.of(classes).using(Library.VALIDATION).start();
  }

  private static Answer form(
      RunningApplication running, String method, String path, String body, String... headers) {
    return running.send(
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n"
            + String.join("", List.of(headers).stream().map(each -> each + "\r\n").toList())
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private static Answer chunked(RunningApplication running, String path, String body) {
    return chunked(running, path, "application/x-www-form-urlencoded", body);
  }

  private static Answer chunked(RunningApplication running, String path, String type, String body) {
    return chunked(running, "POST", path, type, body);
  }

  private static Answer chunked(
      RunningApplication running, String method, String path, String type, String body) {
    return running.send(
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
            + type
            + "\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
                .formatted(body.length(), body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"endpoint", "depot", "springs", "plain", "provided"})
  void theDefaultGroupIsWhatTheClassSaysItIs(String path) {
    try (RunningApplication running =
        start(
            Sequenced.Endpoint.class,
            Sequenced.Depot.class,
            Sequenced.SpringsDepot.class,
            Sequenced.PlainDepot.class,
            Sequenced.ProvidedDepot.class,
            Sequenced.Front.class)) {
      assertThat(running.get("/sequenced/" + path + "?v=abc").text()).contains("read abc");
      assertThat(running.get("/sequenced/" + path + "?v=abcd").text()).doesNotContain("read abcd");
    }
  }

  @Test
  void groupsAreConverted() {
    try (RunningApplication running = start(Sequenced.Converted.class)) {
      String body = "{\"name\":\"%s\"}";
      assertThat(json(running, "/converted?tag=a", body.formatted("abc")).text())
          .contains("read Item");
      json(running, "/converted?tag=a", body.formatted("abcd")).isClosedWith(422);
      json(running, "/converted?tag=abcd", body.formatted("abc")).isClosedWith(422);
    }
  }

  private static Answer json(RunningApplication running, String path, String body) {
    return running.send(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private static RunningApplication bounds(boolean onJetty) {
    Application application =
        Application.of(Bounds.class)
            .with(
                "spring.mvc.hiddenmethod.filter.enabled=true",
                "gatewright.input.refuse-unknown-query-parameters-of=Bounds.strict");
    return (onJetty ? application.onJetty() : application).start();
  }

  private static final String MUCH = "a".repeat(5_000);

  @ParameterizedTest
  @CsvSource({
    "false,/bounded,_method=DELETE&name=",
    "true,/bounded,_method=DELETE&name=",
    "false,/front,name=",
    "true,/front,name=",
    "false,/buttons,save=1&name=",
    "true,/buttons,save=1&name="
  })
  void aFormInChunksIsBoundedAsOneThatDeclaresItsLength(
      boolean onJetty, String path, String start) {
    try (RunningApplication running = bounds(onJetty)) {
      form(running, "POST", path, start + MUCH).isClosedWith(413);
      assertThat(form(running, "POST", path, start + "abc").text()).contains("read 3");
      assertThat(chunked(running, path, start + "abc").text()).contains("read 3");
      chunked(running, path, start + MUCH).isClosedWith(413);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/strict", "/start"})
  void inputIsStrictHoweverItsEndpointIsReached(String path) {
    try (RunningApplication running = bounds(false)) {
      assertThat(running.get(path + "?v=a").text()).contains("read a");
      running.get(path + "?v=a&v=b").isClosedWith(400);
      running.get(path + "?v=a&w=b").isClosedWith(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "converted", "grouped", "both", "bound"})
  void nothingIsNullThatAConstraintForbids(String path) {
    try (RunningApplication running =
        start(Sequenced.Missing.class, Sequenced.Grouped.class, Sequenced.Bound.class)) {
      assertThat(json(running, "/missing/" + path, "{\"name\":\"a\",\"text\":\"b\"}").text())
          .contains("read Named");
      assertThat(json(running, "/missing/" + path, "{\"text\":\"b\"}").text())
          .doesNotContain("read Named");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bounded-by-type/", "/bounded-by-method/"})
  void aServletTakesWhatItsMethodSays(String path) {
    try (RunningApplication running = start(Servlets.class)) {
      assertThat(chunked(running, path, "text/plain", "abc").text()).contains("read 3");
      chunked(running, path, "text/plain", MUCH).isClosedWith(413);
    }
  }

  @Test
  void whatIsWrittenOfATypeVariableIsValidated() {
    try (RunningApplication running =
        start(Generics.Shop.class, Generics.Depot.class, Generics.Front.class)) {
      for (String bad : List.of("{\"name\":\"abcd\"}", "{\"more\":\"abcd\"}")) {
        json(running, "/generic/one", bad).isClosedWith(422);
        json(running, "/generic/many", "[" + bad + "]").isClosedWith(422);
        json(running, "/generic/map", "{\"a\":" + bad + "}").isClosedWith(422);
      }
      running.get("/generic/keep?v=abcd").isClosedWith(422);
      running.get("/generic/keep-all?v=abcd").isClosedWith(422);
      assertThat(running.get("/generic/keep?v=abc").text()).contains("read abc");
      assertThat(running.get("/generic/keep-all?v=abc").text()).contains("read [abc]");
      assertThat(json(running, "/generic/one", "{\"name\":\"abc\"}").text()).contains("read abc");
    }
  }

  private static final String FORM = "application/x-www-form-urlencoded";

  @ParameterizedTest
  @CsvSource({"false,/put/", "true,/put/", "false,/put-handler", "true,/put-handler"})
  void aFormThatIsPutIsBoundedToo(boolean onJetty, String path) {
    Application application = Application.of(Servlets.class);
    try (RunningApplication running = (onJetty ? application.onJetty() : application).start()) {
      assertThat(chunked(running, "PUT", path, FORM, "name=abc").text()).contains("read 3");
      form(running, "PUT", path, "name=" + MUCH).isClosedWith(413);
      chunked(running, "PUT", path, FORM, "name=" + MUCH).isClosedWith(413);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/secured/", "/secured-handler"})
  void aMissingCredentialRefusesBeforeTheFormHasCome(String path) {
    try (RunningApplication running =
        Application.of(Servlets.class).with("server.tomcat.connection-timeout=3s").start()) {
      form(running, "PUT", path, "name=abc").isClosedWith(401);
      running
          .send(
              "PUT "
                  + path
                  + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                  + FORM
                  + "\r\nContent-Length: 500\r\n\r\nname=a")
          .isClosedWith(401);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/views/plain", "/views/entity"})
  void onlyAPartIsShown(String path) {
    try (RunningApplication running = start(Views.class)) {
      assertThat(running.get(path).isClosed().text()).contains("thing");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "container,'[{\"text\":\"b\"}]'",
    "nested,'{\"lines\":[{\"text\":\"b\"}]}'",
    "container,'[{\"name\":\"a\",\"text\":\"bbbb\"}]'",
    "nested,'{\"lines\":[{\"name\":\"a\",\"text\":\"bbbb\"}]}'"
  })
  void norIsItInsideOfAContainer(String path, String body) {
    try (RunningApplication running = start(Sequenced.Containing.class)) {
      assertThat(json(running, "/missing/" + path, body).text()).doesNotContain("read");
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Models.Plain.class,
        Models.InOptional.class,
        Models.InList.class,
        Models.Several.class
      })
  void aConstraintBeforeTheEndpointIsAskedOrRefused(Class<?> model) {
    Attempt.of(() -> start(model))
        .isRefusedOr(
            running -> {
              assertThat(running.get("/told?v=abc").text()).contains("read abc");
              assertThat(running.get("/told?v=abcd").text()).doesNotContain("read abcd");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/lines?lines%5B0%5D.name=a&lines%5B300%5D.name=b",
        "/lines?lines%5B300%5D.name=b",
        "/lines?lines%5B0%5D.name=abcd",
        "/lines?lines%5B0%5D.other=a",
        "/texts?texts%5B0%5D=a&texts%5B300%5D=b",
        "/texts?texts%5B0%5D=abcd",
        "/texts?texts=abcd",
        "/maps?lines%5Babcd%5D.name=a",
        "/maps?lines%5Ba%5D.name=abcd"
      })
  void whatIsSentIsReadOrRefused(String path) {
    try (RunningApplication running = start(Lines.class)) {
      assertThat(running.get("/lines?lines%5B0%5D.name=a").text()).contains("read [Line[name=a]]");
      assertThat(running.get("/maps?lines%5Ba%5D.name=a").text()).contains("read {a=Line[name=a]}");
      assertThat(running.get(path).text()).doesNotContain("read ");
    }
  }

  private static final String PARTS = "multipart/form-data; boundary=x";

  private static String part(String value) {
    return "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n" + value + "\r\n--x--\r\n";
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFormInPartsIsBoundedForAHandlerToo(boolean onJetty) {
    Application application = Application.of(Servlets.class);
    try (RunningApplication running = (onJetty ? application.onJetty() : application).start()) {
      assertThat(chunked(running, "POST", "/put-handler", PARTS, part("abc")).text())
          .contains("read 3");
      chunked(running, "POST", "/put-handler", PARTS, part(MUCH)).isClosedWith(413);
    }
  }

  @ParameterizedTest
  @CsvSource({"/secured-handler,POST", "/secured/,PUT", "/secured-handler,PUT"})
  void aMissingCredentialRefusesBeforeTheFirstPartHasCome(String path, String method) {
    try (RunningApplication running =
        Application.of(Servlets.class).with("server.tomcat.connection-timeout=3s").start()) {
      running
          .send(
              method
                  + " "
                  + path
                  + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                  + PARTS
                  + "\r\nContent-Length: 500\r\n\r\n--x\r\n")
          .isClosedWith(401);
    }
  }
}
