package dev.gatewright.sample;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BankTest
class RegisterIT {
  @Autowired private Bank bank;
  @Autowired private JdbcClient database;

  private static String json(String username, String email, int age) {
    return "{\"username\":\"" + username + "\",\"email\":\"" + email + "\",\"age\":" + age + "}";
  }

  @ParameterizedTest
  @CsvSource({"abc, 18", "abcdefghijklmnopqrstuvwxyz-01234, 120", "John_Doe, 44"})
  void whatIsWithinBoundsIsAccepted(String username, int age) {
    HttpResponse<String> answer = bank.post("/register", json(username, "a@example.com", age));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "ab, a@example.com, 44, registration.username, size must be between 3 and 32",
    "abcdefghijklmnopqrstuvwxyz-012345, a@example.com, 44, registration.username, size must be"
        + " between 3 and 32",
    "a<script>, a@example.com, 44, registration.username, 'must be letters, digits, ''.'', ''_''"
        + " and ''-'''",
    "'.-_', a@example.com, 44, registration.username, must have a letter or a digit",
    "abc, nowhere, 44, registration.email, must be a well-formed email address",
    "abc, '', 44, registration.email, size must be between 3 and 254",
    "abc, a@example.com, 17, registration.age, must be greater than or equal to 18",
    "abc, a@example.com, 121, registration.age, must be less than or equal to 120",
  })
  void whatIsOutOfBoundsIsRefusedWithTheFieldAndNotTheValue(
      String username, String email, int age, String path, String message) {
    HttpResponse<String> answer = bank.post("/register", json(username, email, age));

    assertRefused(answer, 422);
    assertThat(answer.body())
        .contains("{\"path\":\"" + path + "\",\"message\":\"" + message + "\"}")
        .doesNotContain("script");
  }

  @Test
  void everythingThatIsMissingIsToldAtOnce() {
    HttpResponse<String> answer = bank.post("/register", "{}");

    assertRefused(answer, 422);
    assertThat(answer.body())
        .contains("{\"path\":\"registration.age\",\"message\":\"must not be null\"}")
        .contains("{\"path\":\"registration.email\",\"message\":\"must not be null\"}")
        .contains("{\"path\":\"registration.username\",\"message\":\"must not be null\"}");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    HttpResponse<String> answer = bank.post("/register", json("a!", "nowhere", 5));

    assertRefused(answer, 422);
    assertThat(answer.body())
        .contains("\"path\":\"registration.age\"")
        .contains("\"path\":\"registration.email\"")
        .contains("\"path\":\"registration.username\",\"message\":\"must be letters")
        .contains("\"path\":\"registration.username\",\"message\":\"size must be");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "null",
        "[]",
        "{\"username\":\"mallory\",\"email\":\"m@example.com\",\"age\":44,\"role\":\"admin\"}",
        "{\"username\":\"mallory\",\"email\":\"m@example.com\",\"age\":44,\"age\":12}",
        "{\"username\":\"mallory\",\"email\":\"m@example.com\",\"age\":\"44\"}",
        "{\"username\":\"mallory\",\"email\":\"m@example.com\",\"age\":44.5}",
        "{\"username\":\"mallory\",\"email\":\"m@example.com\",\"age\":44} {}",
        "{\"username\":[\"mallory\"],\"email\":\"m@example.com\",\"age\":44}",
      })
  void whatIsNotExactlyARegistrationIsRefusedAndNotStored(String body) {
    assertThat(bank.post("/register", body).statusCode()).isIn(400, 422);
    assertThat(stored("mallory")).isEmpty();
  }

  /** Colons are for the names of clients of the authorization server. */
  @Test
  void noCustomerIsCalledAsAClientIs() {
    assertRefused(bank.post("/register", json("client:other-bank", "a@example.com", 44)), 422);
  }

  @Test
  void anUnknownFieldIsRefusedAsMalformed() {
    String admin =
        "{\"username\":\"eve\",\"email\":\"e@example.com\",\"age\":44,\"role\":\"admin\"}";

    assertRefused(bank.post("/register", admin), 400);
  }

  @Test
  void whoRegistersBecomesACustomerWhoMayOnlyLook() {
    bank.post("/register", json("newcomer", "n@example.com", 44));

    assertThat(stored("newcomer"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("ROLE", "customer")
                    .containsEntry("SCOPES", "accounts:read")
                    .containsEntry("PASSWORD_HASH", null));
  }

  @Test
  void nobodyLearnsWhetherANameIsTakenAndWhoHasItKeepsIt() {
    HttpResponse<String> first = bank.post("/register", json("first", "first@example.com", 44));
    HttpResponse<String> second = bank.post("/register", json("FIRST", "other@example.com", 55));

    assertThat(second.statusCode()).isEqualTo(first.statusCode());
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(stored("first"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("EMAIL", "first@example.com"));
  }

  @Test
  void whatIsNoJsonIsRefusedByItsMediaType() {
    assertRefused(bank.post("/register", "text/plain", BodyPublishers.ofString("hello")), 415);
  }

  @Test
  void aBodyThatDeclaresTooMuchIsRefused() {
    assertRefused(bank.post("/register", "{\"username\":\"" + " ".repeat(2_000) + "\"}"), 413);
  }

  @Test
  void aBodyThatIsTooLargeAndDeclaresNothingIsRefused() {
    byte[] large = ("{\"username\":\"" + " ".repeat(2_000) + "\"}").getBytes(UTF_8);

    assertRefused(
        bank.post("/register", "application/json", BodyPublishers.ofByteArrays(List.of(large))),
        413);
  }

  private List<Map<String, Object>> stored(String username) {
    return database
        .sql("select * from customer where username = ?")
        .param(username)
        .query()
        .listOfRows();
  }
}
