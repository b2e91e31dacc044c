package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.undecided.Adopting;
import dev.gatewright.spring.undecided.UndecidedEndpoints;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** An application of which some endpoints are not decided yet, as its baseline lists them. */
class UndecidedIT {
  private static final String BASIC =
      "Authorization: Basic "
          + Base64.getEncoder()
              .encodeToString("reader:open-sesame".getBytes(StandardCharsets.US_ASCII));

  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application =
        Application.of(Adopting.class).with("gatewright.undecided-endpoints=served").start();
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  private static String token() {
    return "Authorization: Bearer " + Tokens.withRole("keeper");
  }

  @Test
  void theStartIsRefusedUnlessThePropertySaysThatTheyAreServed() {
    assertThat(Application.of(Adopting.class).refused())
        .hasMessageContaining("7 endpoints are not decided yet")
        .hasMessageContaining("Adopting$Ledger#totals()")
        .hasMessageContaining("'gatewright.undecided-endpoints' to 'served'");
  }

  @Test
  void thoseThatRequestsCanReachAreCounted() {
    assertThat(application.context().getBean(UndecidedEndpoints.class).count()).isEqualTo(7);
  }

  /** Spring Security has handed these over: it is Gatewright that asks for a token. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/ledger/entries", "/journal/open?page=1", "/invoices/paid", "/prices/latest"})
  void gatewrightDecidesAboutWhatIsDecided(String path) {
    for (Answer refused : List.of(application.get(path), application.get(path, BASIC))) {
      refused.isClosedWith(401);
      assertThat(refused.text()).contains("WWW-Authenticate: Bearer");
    }
    application.get(path, "Authorization: Bearer " + Tokens.withRole("teller")).isClosedWith(403);
    application.get(path, token()).isTheSecret();
  }

  /** And these are its own still; nothing that is mapped nowhere is nobody's. */
  @ParameterizedTest
  @CsvSource({
    "GET, /ledger/totals",
    "POST, /ledger/notes",
    "GET, /journal/closed?page=1",
    "POST, /invoices",
    "GET, /rates",
    "GET, /archive",
    "GET, /prices/history",
    "GET, /nowhere"
  })
  void springSecurityDecidesAboutTheRest(String method, String path) {
    for (Answer refused :
        List.of(send(method, path, "X-Nothing: 1"), send(method, path, token()))) {
      assertThat(refused.isClosed().status()).isEqualTo(401);
      assertThat(refused.text()).contains("WWW-Authenticate: Basic realm=\"undecided\"");
    }
    if (path.equals("/nowhere")) {
      assertThat(send(method, path, BASIC).isClosed().status()).isEqualTo(404);
    } else {
      send(method, path, BASIC).isTheSecret();
    }
  }

  /** A field that is unknown would be refused by a guard. */
  private static Answer send(String method, String path, String credential) {
    String body = method.equals("POST") ? "{\"text\":\"one\",\"text\":\"two\",\"other\":1}" : "";
    return application.send(
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + (body.isEmpty()
                ? ""
                : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n")
            + credential
            + "\r\n\r\n"
            + body);
  }

  /** What clients get wrong is answered by Spring MVC, as it was before. */
  @Test
  void anUndecidedEndpointOfAGuardedClassFailsAsItDidBefore() {
    Answer missing = application.get("/journal/closed", BASIC);

    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.text()).contains("\"path\":\"/journal/closed\"");
  }

  /** Only what is listed answers: no other method of the same objects does. */
  @Test
  void whatIsNotListedDoesNotAnswer() throws NoSuchMethodException {
    RequestMappingHandlerMapping mapping =
        application
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    for (Class<?> type : List.of(Adopting.Ledger.class, Adopting.Archive.class)) {
      String path = "/late/" + type.getSimpleName();
      mapping.registerMapping(
          RequestMappingInfo.paths(path).options(mapping.getBuilderConfiguration()).build(),
          application.context().getBean(type),
          type.getMethod("helper"));

      application.get(path, BASIC).isClosedWith(503);
    }
  }
}
