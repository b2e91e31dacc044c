package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Validated;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Spring validates around a guard is refused as the guard refuses it, and to strangers only
 * their lack of a credential is told.
 */
class ValidatedIT {
  private static final String KEEPER = "Authorization: Bearer " + Tokens.withRole("keeper");
  private static final String PLAIN = "spring.validation.method.adapt-constraint-violations=false";
  private static final String ADAPTED = "spring.validation.method.adapt-constraint-violations=true";
  private static final String INTERFACES = "spring.aop.proxy-target-class=false";
  private static final List<String> CONTROLLERS =
      List.of(
          "/inherited",
          "/inherited-validated",
          "/overridden",
          "/class",
          "/class-validated",
          "/built-in",
          "/built-in-validated");

  /** One for each setting, as they start slowly. */
  private static final Map<String, RunningApplication> RUNNING = new ConcurrentHashMap<>();

  @AfterAll
  static void stop() {
    RUNNING.values().forEach(RunningApplication::close);
  }

  private static RunningApplication with(String property) {
    return RUNNING.computeIfAbsent(
        property,
        each ->
            Application.of(
                    Validated.Inherited.class,
                    Validated.InheritedAndValidated.class,
                    Validated.Overridden.class,
                    Validated.OnClass.class,
                    Validated.OnClassAndValidated.class,
                    Validated.BuiltIn.class,
                    Validated.BuiltInAndValidated.class,
                    Validated.Depot.class,
                    Validated.ValidatedDepot.class,
                    Validated.StoringDepot.class,
                    Validated.Unguarded.class,
                    Validated.Front.class)
                .using(Library.VALIDATION)
                .with(each)
                .start());
  }

  /** Sends JSON where there is any, and gets the path otherwise. */
  private static Answer send(String property, String path, String json, String... headers) {
    StringBuilder head = new StringBuilder("Host: localhost\r\nConnection: close\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    if (!json.isEmpty()) {
      head.append(
          "Content-Type: application/json\r\nContent-Length: %d\r\n".formatted(json.length()));
    }
    return with(property)
        .send(
            "%s %s HTTP/1.1\r\n".formatted(json.isEmpty() ? "GET" : "POST", path)
                + head
                + "\r\n"
                + json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/count?v=0        |                                         | /count?v=1",
        "/optional?v=0     |                                         | /optional?v=1",
        "/path/ab          |                                         | /path/abc",
        "/plain-list?v=0   |                                         | /plain-list?v=1",
        "/item             | {\"name\":\"\"}                         | {\"name\":\"a\"}",
        "/items            | [{\"name\":\"a\"},{\"name\":\"\"}]      | [{\"name\":\"a\"}]",
        "/items            | [{\"name\":\"a\"},{\"name\":\"a\"},{\"name\":\"a\"}] | []",
      })
  void whatIsInvalidIsRefusedWhoeverFindsIt(String path, String json, String valid) {
    for (String property : new String[] {PLAIN, ADAPTED, INTERFACES}) {
      for (String controller : CONTROLLERS) {
        String body = json == null ? "" : json;
        Answer answer = send(property, controller + path, body, KEEPER);
        answer.isClosedWith(422);
        assertThat(answer.text()).contains("\"violations\":[{\"path\":");
        send(property, controller + path, body).isClosedWith(401);
        Answer read =
            json == null
                ? send(property, controller + valid, "", KEEPER)
                : send(property, controller + path, valid, KEEPER);
        assertThat(read.status()).as(property + controller).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/depot", "/validated-depot", "/storing"})
  void aServiceIsValidatedForWhoMayCallIt(String path) {
    for (String property : new String[] {PLAIN, ADAPTED, INTERFACES}) {
      Answer answer = send(property, path + "?v=0", "", KEEPER);
      answer.isClosedWith(422);
      assertThat(answer.text()).contains("\"path\":\"v\"", "must be greater than 0");
      assertThat(send(property, path + "?v=1", "", KEEPER).text()).endsWith("stored 1");
      send(property, path + "?v=0", "").isClosedWith(401);
      send(property, path + "?v=1", "").isClosedWith(401);
    }
  }

  /** What an endpoint's own code hands on is no input of the client's. */
  @ParameterizedTest
  @ValueSource(strings = {ADAPTED, INTERFACES})
  void aServiceWithoutAGuardFailsAsItDoesInSpring(String property) {
    send(property, "/unguarded?v=0", "").isClosedWith(500);
    assertThat(send(property, "/unguarded?v=1", "").text()).endsWith("stored 1");
  }
}
