package dev.gatewright.sample;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.MovableClock;
import dev.gatewright.sample.shared.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@BankTest
class TransfersIT {
  @Autowired private Bank bank;
  @Autowired private People people;
  @Autowired private MovableClock clock;

  private Person payer;
  private Person payee;

  @BeforeEach
  void twoCustomers() {
    payer = people.customer("100.00");
    payee = people.customer("5.00");
  }

  private String path() {
    return "/accounts/" + payer.account() + "/transfers";
  }

  private static String order(UUID to, String amount) {
    return "{\"to\":\"" + to + "\",\"amount\":" + amount + ",\"reference\":\"rent\"}";
  }

  private HttpResponse<String> transfer(String amount) {
    return bank.post(path(), order(payee.account(), amount), bank.loggedInWithCode(payer));
  }

  private void assertNothingMoved() {
    assertThat(people.balanceOf(payer)).isEqualByComparingTo("100.00");
    assertThat(people.balanceOf(payee)).isEqualByComparingTo("5.00");
  }

  @Test
  void moneyMoves() {
    HttpResponse<String> answer = transfer("12.50");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"amount\":12.50").contains("\"balance\":87.50");
    assertThat(people.balanceOf(payer)).isEqualByComparingTo("87.50");
    assertThat(people.balanceOf(payee)).isEqualByComparingTo("17.50");
  }

  @Test
  void nothingMovesForWhoeverAcceptsNoneOfTheAnswers() {
    String[] token = bank.loggedInWithCode(payer);

    HttpResponse<String> answer =
        bank.post(
            path(), order(payee.account(), "1"), token[0], token[1], "Accept", "application/pdf");

    assertRefused(answer, 406);
    assertNothingMoved();
  }

  @Test
  void moreThanThereIsDoesNotMove() {
    assertRefused(transfer("100.01"), 409);
    assertNothingMoved();
  }

  @Test
  void nothingMovesToAnAccountThatIsNotThere() {
    HttpResponse<String> answer =
        bank.post(path(), order(UUID.randomUUID(), "1"), bank.loggedInWithCode(payer));

    assertRefused(answer, 422);
    assertNothingMoved();
  }

  @Test
  void nothingMovesToWhereItIs() {
    HttpResponse<String> answer =
        bank.post(path(), order(payer.account(), "1"), bank.loggedInWithCode(payer));

    assertRefused(answer, 422);
    assertNothingMoved();
  }

  @Test
  void aPasswordAloneIsNotEnoughAndTheClientIsToldWhatIs() {
    HttpResponse<String> answer =
        bank.post(path(), order(payee.account(), "1"), bank.loggedIn(payer));

    assertRefused(answer, 401);
    assertThat(header(answer, "WWW-Authenticate"))
        .isEqualTo(
            "Bearer realm=\"bank\", error=\"insufficient_user_authentication\","
                + " acr_values=\"mfa\", max_age=300");
    assertNothingMoved();
  }

  @Test
  void whoProvedWhoTheyAreMoreThanFiveMinutesAgoHasToDoSoAgain() {
    String[] token = bank.loggedInWithCode(payer);
    clock.pass(Duration.ofMinutes(6));

    HttpResponse<String> answer = bank.post(path(), order(payee.account(), "1"), token);

    assertRefused(answer, 401);
    assertThat(header(answer, "WWW-Authenticate"))
        .contains("insufficient_user_authentication")
        .contains("max_age=300");
    assertNothingMoved();
  }

  @Test
  void aTokenWithoutTheScopeIsRefused() {
    Person child = people.person("customer", "accounts:read", "1.00");

    HttpResponse<String> answer =
        bank.post(
            "/accounts/" + child.account() + "/transfers",
            order(payee.account(), "1"),
            bank.loggedInWithCode(child));

    assertRefused(answer, 403);
    assertThat(header(answer, "WWW-Authenticate")).contains("scope=\"transfers:write\"");
  }

  @Test
  void nobodyTransfersFromSomebodyElsesAccount() {
    HttpResponse<String> answer =
        bank.post(path(), order(payee.account(), "1"), bank.loggedInWithCode(payee));

    assertRefused(answer, 403);
    assertNothingMoved();
  }

  @Test
  void theSecondOfTwoTransfersAtOnceHasToWaitForItsTurn() {
    String[] token = bank.loggedInWithCode(payer);

    HttpResponse<String> first = bank.post(path(), order(payee.account(), "1"), token);
    HttpResponse<String> second = bank.post(path(), order(payee.account(), "1"), token);

    assertThat(first.statusCode()).isEqualTo(200);
    assertRefused(second, 429);
    assertThat(Integer.parseInt(header(second, "Retry-After"))).isBetween(1, 12);
    assertThat(people.balanceOf(payer)).isEqualByComparingTo("99.00");
  }

  @ParameterizedTest
  @CsvSource({
    "0, must be greater than 0",
    "-1, must be greater than 0",
    "0.001, numeric value out of bounds (<9 digits>.<2 digits> expected)",
    "1000000000, numeric value out of bounds (<9 digits>.<2 digits> expected)",
    "null, must not be null",
  })
  void anAmountThatIsNoneIsRefused(String amount, String message) {
    HttpResponse<String> answer = transfer(amount);

    assertRefused(answer, 422);
    assertThat(answer.body())
        .contains("{\"path\":\"transfer.amount\",\"message\":\"" + message + "\"}");
    assertNothingMoved();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"to\":\"%s\",\"amount\":1,\"currency\":\"USD\"}",
        "{\"to\":\"%s\",\"amount\":1,\"amount\":2}",
        "{\"to\":\"%s\",\"amount\":\"1\"}",
        "{\"to\":\"%s\",\"amount\":1}{}",
        "{\"to\":\"%s\",\"amount\":1",
        "{\"to\":\"nonsense\",\"amount\":1}",
      })
  void aBodyThatIsNotExactlyAnOrderIsRefused(String body) {
    HttpResponse<String> answer =
        bank.post(
            path(), body.replace("%s", payee.account().toString()), bank.loggedInWithCode(payer));

    assertRefused(answer, 400);
    assertNothingMoved();
  }

  @Test
  void anotherMediaTypeIsRefused() {
    HttpResponse<String> answer =
        bank.post(
            path(),
            "text/plain",
            BodyPublishers.ofString(order(payee.account(), "1")),
            bank.loggedInWithCode(payer));

    assertRefused(answer, 415);
  }

  @Test
  void aBodyThatDeclaresTooMuchIsRefused() {
    String large = order(payee.account(), "1" + " ".repeat(5_000));

    assertRefused(bank.post(path(), large, bank.loggedInWithCode(payer)), 413);
    assertNothingMoved();
  }

  @Test
  void aBodyThatIsTooLargeAndDeclaresNothingIsRefused() {
    byte[] large = order(payee.account(), "1" + " ".repeat(5_000)).getBytes(UTF_8);

    HttpResponse<String> answer =
        bank.post(
            path(),
            "application/json",
            BodyPublishers.ofByteArrays(List.of(large)),
            bank.loggedInWithCode(payer));

    assertRefused(answer, 413);
    assertNothingMoved();
  }
}
