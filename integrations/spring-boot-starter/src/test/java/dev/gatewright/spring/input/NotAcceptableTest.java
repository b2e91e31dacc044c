package dev.gatewright.spring.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.RawRequest;
import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.bank.BankApplication;
import dev.gatewright.spring.reading.Answers;
import dev.gatewright.spring.reading.ReadingApplication;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that the client does not accept is refused before its work is done. */
class NotAcceptableTest {
  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application = RunningApplication.start(ReadingApplication.class);
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "record",
        "entity",
        "list",
        "map",
        "optional",
        "number",
        "callable",
        "future",
        "deferred"
      })
  void noWorkIsDoneForAnAnswerThatIsNotAccepted(String endpoint) {
    for (String accept :
        new String[] {"text/csv", "image/*", "text/csv, text/html;q=0.5", "nonsense", "*/json"}) {
      int before = Answers.WORK.get();

      HttpResponse<String> response = application.get("/answers/" + endpoint, "Accept", accept);

      assertThat(response.statusCode()).as(accept).isEqualTo(406);
      assertThat(Answers.WORK.get()).as(accept).isEqualTo(before);
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "record",
        "entity",
        "list",
        "map",
        "optional",
        "number",
        "callable",
        "future",
        "deferred"
      })
  void anAnswerThatIsAcceptedIsGiven(String endpoint) {
    for (String accept :
        new String[] {
          "application/json",
          "*/*",
          "application/*",
          "text/csv, */*;q=0.1",
          "application/vnd.bank+json",
          "APPLICATION/JSON;charset=utf-8"
        }) {
      assertThat(application.get("/answers/" + endpoint, "Accept", accept).statusCode())
          .as(accept)
          .isBetween(200, 201);
    }
    assertThat(application.get("/answers/" + endpoint).statusCode()).isBetween(200, 201);
  }

  @Test
  void aDeclaredMediaTypeDecidesBeforeAnyHandlerIsFound() {
    int before = Answers.WORK.get();

    assertThat(application.get("/answers/produces", "Accept", "text/csv").statusCode())
        .isEqualTo(406);
    assertThat(Answers.WORK.get()).isEqualTo(before);
  }

  /** What Spring MVC answers without us. */
  @ParameterizedTest
  @CsvSource({
    "text, image/png, 200",
    "bytes, image/png, 200",
    "resource, image/png, 200",
    "nothing, image/png, 200",
    "nothing, nonsense, 200",
    "no-content, image/png, 204",
    "empty-entity, image/png, 204",
    "object, image/png, 200",
    "wildcard, image/png, 200",
    "declared-no-content, image/png, 204",
    "set-by-itself, image/png, 200",
    "problem, image/png, 409",
    "stream, image/png, 200",
    "events, text/event-stream, 200",
    "response, image/png, 200",
    "produces, application/pdf, 200"
  })
  void whatWouldHaveWorkedIsNotRefused(String endpoint, String accept, int status) {
    int before = Answers.WORK.get();

    assertThat(application.get("/answers/" + endpoint, "Accept", accept).statusCode())
        .isEqualTo(status);
    assertThat(Answers.WORK.get()).isEqualTo(before + 1);
  }

  private static HttpResponse<String> change(String method, String endpoint, String accept) {
    return application.send(
        HttpRequest.newBuilder(application.uri("/answers/" + endpoint))
            .method(method, HttpRequest.BodyPublishers.noBody()),
        "Accept",
        accept);
  }

  /** Where no type is declared, what the application can write decides. */
  @ParameterizedTest
  @CsvSource({
    "POST, posted-object",
    "POST, posted-wildcard",
    "PUT, put-raw",
    "POST, posted-later",
    "POST, posted-text"
  })
  void nothingIsChangedForAnAnswerThatCannotBeGiven(String method, String endpoint) {
    for (String accept : new String[] {"image/png", "text/csv", "video/*", "nonsense"}) {
      int before = Answers.WORK.get();

      assertThat(change(method, endpoint, accept).statusCode()).as(accept).isEqualTo(406);
      assertThat(Answers.WORK.get()).as(accept).isEqualTo(before);
    }
    String read = endpoint.equals("posted-text") ? "text/plain" : "application/json";
    for (String accept : new String[] {read, "*/*", "image/png, */*;q=0.1"}) {
      assertThat(change(method, endpoint, accept).statusCode()).as(accept).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "posted-nothing, image/png, 204",
    "posted-image, image/png, 200",
    "posted-image, image/*, 200",
  })
  void whatWouldHaveChangedSomethingIsNotRefused(String endpoint, String accept, int status) {
    assertThat(change("POST", endpoint, accept).statusCode()).isEqualTo(status);
  }

  @Test
  void everyLineOfTheHeaderCounts() {
    assertThat(
            RawRequest.get(
                application, "/answers/record", "Accept: text/csv", "Accept: application/json"))
        .startsWith("HTTP/1.1 200 ");
    assertThat(
            RawRequest.get(
                application, "/answers/record", "Accept: application/json", "Accept: nonsense"))
        .startsWith("HTTP/1.1 406 ");
  }

  @Test
  void strangersLearnNothingOfIt() {
    try (RunningApplication bank = RunningApplication.start(BankApplication.class)) {
      assertThat(
              bank.get("/accounts/00000000-0000-0000-0000-000000000001", "Accept", "text/csv")
                  .statusCode())
          .isEqualTo(401);
    }
  }
}
