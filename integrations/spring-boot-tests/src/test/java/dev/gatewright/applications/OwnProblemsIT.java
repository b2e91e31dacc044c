package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.answer.OwnProblems;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The application gives problems a body of its own; status, headers and secrecy stay. */
@ExtendWith(OutputCaptureExtension.class)
class OwnProblemsIT {
  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running = Application.of(OwnProblems.Orders.class, OwnProblems.CompanyForm.class).start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static Answer order(String name, String... headers) {
    String body = "{\"name\":\"" + name + "\"}";
    return running.send(
        "POST /orders HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n"
            + String.join("\r\n", headers)
            + (headers.length == 0 ? "\r\n" : "\r\n\r\n")
            + body);
  }

  private static void assertOfCompany(Answer answer, int status, String body) {
    assertThat(answer.text())
        .startsWith("HTTP/1.1 " + status + " ")
        .containsIgnoringCase("Content-Type: application/vnd.company.error+json")
        .containsIgnoringCase("Cache-Control: no-store")
        .containsIgnoringCase("X-Content-Type-Options: nosniff")
        .containsIgnoringCase("X-Correlation-Id: ")
        .endsWith(body);
  }

  @Test
  void aStrangerIsToldSoInTheApplicationsForm() {
    Answer answer = order("a");

    assertOfCompany(
        answer,
        401,
        "{\"code\":401,\"text\":\"Authentication is required\",\"path\":\"/orders\",\"fields\":[],"
            + "\"more\":{}}");
    assertThat(answer.text()).containsIgnoringCase("WWW-Authenticate: Bearer");
  }

  @Test
  void invalidInputIsNamed() {
    assertOfCompany(
        order("", "Authorization: Bearer " + Tokens.withRole("customer")),
        422,
        "{\"code\":422,\"text\":\"The input is not valid\",\"path\":\"/orders\","
            + "\"fields\":[\"order.name\"],\"more\":{}}");
  }

  @Test
  void aRefusedLimitIsNamedAndItsHeadersStay() {
    running.request("GET", "/limited");
    Answer answer = running.request("GET", "/limited");

    assertOfCompany(
        answer,
        429,
        "{\"code\":429,\"text\":\"Too many requests\",\"path\":\"/limited\",\"fields\":[],"
            + "\"more\":{\"violated-policies\":[\"twice\"]}}");
    assertThat(answer.text()).containsIgnoringCase("Retry-After: ");
  }

  @Test
  void aFailureTellsTheFormNoMoreThanTheClient() {
    Answer answer = running.request("GET", "/failing");

    assertOfCompany(
        answer,
        500,
        "{\"code\":500,\"text\":\"Internal Server Error\",\"path\":\"/failing\",\"fields\":[],"
            + "\"more\":{}}");
    assertThat(answer.text()).doesNotContain("ledger");
  }

  @Test
  void noHandlerIsAProblemOfThatForm() {
    assertOfCompany(
        running.request("GET", "/nowhere"),
        404,
        "{\"code\":404,\"text\":\"Not Found\",\"path\":\"/nowhere\",\"fields\":[],\"more\":{}}");
  }

  @Test
  void anAnswerToHeadHasNoBody() {
    assertThat(running.request("HEAD", "/failing").text())
        .startsWith("HTTP/1.1 500 ")
        .doesNotContain("Internal Server Error");
  }

  @ParameterizedTest
  @ValueSource(classes = {OwnProblems.FailingForm.class, OwnProblems.AbsentForm.class})
  void aFormThatFailsLeavesTheProblemDocument(Class<?> form, CapturedOutput output) {
    try (RunningApplication other =
        Application.of(OwnProblems.Orders.class, form)
            .with("logging.level.dev.gatewright=error")
            .start()) {
      other.request("GET", "/failing").isClosedWith(500);
    }
    assertThat(output).contains(form.getName()).contains("the client gets the problem document");
  }

  @Test
  void severalFormsStopTheStart() {
    assertThat(
            Application.of(OwnProblems.CompanyForm.class, OwnProblems.FailingForm.class).refused())
        .hasMessageContaining("there are several beans of")
        .hasMessageContaining("ProblemBody, of which Gatewright asks one");
  }

  @Test
  void aMediaTypeThatIsNotJsonStopsTheStart() {
    assertThat(Application.of(OwnProblems.PageForm.class).refused())
        .hasMessageContaining(OwnProblems.PageForm.class.getName() + ".mediaType()")
        .hasMessageContaining("returns 'text/html', which is no media type of JSON")
        .hasMessageContaining("Fix: return 'application/json'");
  }
}
