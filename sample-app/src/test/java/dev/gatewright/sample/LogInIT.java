package dev.gatewright.sample;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.login.OneTimeCode;
import dev.gatewright.sample.shared.MovableClock;
import dev.gatewright.sample.shared.Person;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BankTest
class LogInIT {
  @Autowired private Bank bank;
  @Autowired private People people;
  @Autowired private MovableClock clock;

  private static String claims(HttpResponse<String> answer) {
    return new String(
        Base64.getUrlDecoder().decode(Bank.tokenIn(answer).split("\\.", -1)[1]), UTF_8);
  }

  private static long number(String claims, String name) {
    Matcher number = Pattern.compile("\"" + name + "\":(\\d+)").matcher(claims);
    assertThat(number.find()).as(claims).isTrue();
    return Long.parseLong(number.group(1));
  }

  private static String withoutCorrelationId(HttpResponse<String> answer) {
    return answer.body().replaceAll("\"correlationId\":\"[^\"]*\"", "");
  }

  @Test
  void aPasswordGivesATokenOfFifteenMinutesForOneFactor() {
    Person person = people.customer("1.00");

    HttpResponse<String> answer =
        bank.logInFrom(bank.newAddress(), person.username(), person.password(), "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"token_type\":\"Bearer\"")
        .contains("\"expires_in\":900")
        .contains("\"scope\":\"accounts:read transfers:write\"");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    String claims = claims(answer);
    assertThat(claims)
        .contains("\"iss\":\"https://bank.example\"")
        .contains("bank-api")
        .contains("\"sub\":\"" + person.username() + "\"")
        .contains("\"amr\":[\"pwd\"]");
    assertThat(number(claims, "exp") - number(claims, "iat")).isEqualTo(900);
  }

  @Test
  void aPasswordAndAOneTimeCodeGiveATokenForSeveralFactors() {
    Person person = people.customer("1.00");

    HttpResponse<String> answer =
        bank.logInFrom(
            bank.newAddress(), person.username(), person.password(), bank.codeOf(person));

    assertThat(claims(answer)).contains("\"amr\":[\"pwd\",\"otp\",\"mfa\"]");
  }

  @Test
  void aOneTimeCodeWorksOnce() {
    Person person = people.customer("1.00");
    String code = bank.codeOf(person);

    HttpResponse<String> first =
        bank.logInFrom(bank.newAddress(), person.username(), person.password(), code);
    HttpResponse<String> second =
        bank.logInFrom(bank.newAddress(), person.username(), person.password(), code);

    assertThat(first.statusCode()).isEqualTo(200);
    assertRefused(second, 401);
  }

  @Test
  void aOneTimeCodeOfAMinuteAgoIsRefused() {
    Person person = people.customer("1.00");
    String old = OneTimeCode.at(OneTimeCode.step(clock.instant()) - 2, person.oneTimeCodeSecret());

    assertRefused(
        bank.logInFrom(bank.newAddress(), person.username(), person.password(), old), 401);
  }

  @Test
  void aRightCodeDoesNotHelpAWrongPasswordAndIsNotUsedUp() {
    Person person = people.customer("1.00");
    String code = bank.codeOf(person);

    assertRefused(bank.logInFrom(bank.newAddress(), person.username(), "wrong", code), 401);
    assertThat(
            bank.logInFrom(bank.newAddress(), person.username(), person.password(), code)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void anUnknownNameAndAWrongPasswordGetTheSameAnswer() {
    Person person = people.customer("1.00");

    HttpResponse<String> wrong = bank.logInFrom(bank.newAddress(), person.username(), "x", "");
    HttpResponse<String> unknown = bank.logInFrom(bank.newAddress(), "nobody", "x", "");

    assertRefused(wrong, 401);
    assertRefused(unknown, 401);
    assertThat(withoutCorrelationId(unknown)).isEqualTo(withoutCorrelationId(wrong));
  }

  @Test
  void whoHasNoPasswordYetCannotLogIn() {
    bank.post("/register", "{\"username\":\"keyless\",\"email\":\"k@example.com\",\"age\":44}");

    assertRefused(
        bank.logInFrom(bank.newAddress(), "keyless", "nobody has this password", ""), 401);
  }

  @Test
  void afterFiveWrongGuessesEvenTheRightPasswordHasToWait() {
    Person person = people.customer("1.00");
    String address = bank.newAddress();
    for (int i = 0; i < 5; i++) {
      assertRefused(bank.logInFrom(address, person.username(), "guess-" + i, ""), 401);
    }

    HttpResponse<String> sixth = bank.logInFrom(address, person.username(), person.password(), "");

    assertRefused(sixth, 429);
    assertThat(sixth.body()).contains("\"violated-policies\":[\"failed-logins\"]");
    assertThat(Integer.parseInt(header(sixth, "Retry-After"))).isBetween(1, 900);
    assertThat(bank.loggedIn(person)).as("from another address").hasSize(2);
  }

  @Test
  void rightPasswordsAreNotCountedAsGuesses() {
    Person person = people.customer("1.00");
    String address = bank.newAddress();

    for (int i = 0; i < 12; i++) {
      assertThat(bank.logInFrom(address, person.username(), person.password(), "").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void malformedCredentialsAreRefusedWithoutRepeatingThem() {
    HttpResponse<String> answer =
        bank.logInFrom(bank.newAddress(), "alice", "hunter2".repeat(11), "12345x");

    assertRefused(answer, 422);
    assertThat(answer.body())
        .contains("credentials.password")
        .contains("credentials.oneTimeCode")
        .doesNotContain("hunter2")
        .doesNotContain("12345x");
  }

  @Test
  void aPasswordHasNoOtherSpelling() {
    Person person = people.customer("1.00");
    String repeated = person.password() + "\\u0000" + person.password();

    assertRefused(bank.logInFrom(bank.newAddress(), person.username(), repeated, ""), 400);
  }
}
