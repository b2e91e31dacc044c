package dev.gatewright.sample;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.Person;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Guessing passwords: many for one account, or one for many accounts (OWASP API2:2023). */
@BankTest
class GuessingIT {
  private static final int GUESSES_FOR_AN_ADDRESS = 5;
  private static final int GUESSES_FOR_AN_ACCOUNT = 20;

  @Autowired private Bank bank;
  @Autowired private People people;

  private HttpResponse<String> guess(String address, String username) {
    return bank.logInFrom(address, username, "Summer2026!", "");
  }

  private HttpResponse<String> logIn(String address, Person person) {
    return bank.logInFrom(address, person.username(), person.password(), "");
  }

  private static void assertLimited(HttpResponse<String> answer, String limit, int seconds) {
    assertRefused(answer, 429);
    assertThat(answer.body()).contains("\"violated-policies\":[\"" + limit + "\"]");
    assertThat(Integer.parseInt(header(answer, "Retry-After"))).isBetween(1, seconds);
  }

  @Test
  void manyPasswordsForOneAccountFromOneAddressAreRefused() {
    Person victim = people.customer("1.00");
    Person other = people.customer("1.00");
    String attacker = bank.newAddress();
    for (int i = 0; i < GUESSES_FOR_AN_ADDRESS; i++) {
      assertRefused(guess(attacker, victim.username()), 401);
    }

    assertLimited(logIn(attacker, victim), "failed-logins", 900);
    assertThat(logIn(bank.newAddress(), victim).statusCode()).as("its owner").isEqualTo(200);
    assertThat(logIn(bank.newAddress(), other).statusCode()).isEqualTo(200);
  }

  @Test
  void onePasswordForManyAccountsFromOneAddressIsRefused() {
    String attacker = bank.newAddress();
    for (int i = 0; i < GUESSES_FOR_AN_ADDRESS; i++) {
      assertRefused(guess(attacker, people.customer("1.00").username()), 401);
    }
    Person next = people.customer("1.00");

    assertLimited(guess(attacker, next.username()), "failed-logins", 900);
    assertThat(logIn(bank.newAddress(), next).statusCode()).isEqualTo(200);
  }

  @Test
  void manyPasswordsForOneAccountFromManyAddressesAreRefused() {
    Person victim = people.customer("1.00");
    Person other = people.customer("1.00");
    for (int i = 0; i < GUESSES_FOR_AN_ACCOUNT; i++) {
      assertRefused(guess(bank.newAddress(), victim.username()), 401);
    }
    String attacker = bank.newAddress();

    assertLimited(logIn(attacker, victim), "failed-logins-of-account", 3_600);
    assertThat(logIn(attacker, other).statusCode())
        .as("nobody guesses at this account, nor from this address")
        .isEqualTo(200);
  }

  @Test
  void anAccountThatDoesNotExistIsLimitedLikeAnyOther() {
    for (int i = 0; i < GUESSES_FOR_AN_ACCOUNT; i++) {
      assertRefused(guess(bank.newAddress(), "nobody-at-all"), 401);
    }

    assertLimited(guess(bank.newAddress(), "nobody-at-all"), "failed-logins-of-account", 3_600);
  }

  @Test
  void anotherSpellingIsNotAnotherAccount() {
    Person victim = people.customer("1.00");
    List<String> spellings =
        List.of(
            victim.username(),
            victim.username().toUpperCase(Locale.ROOT),
            victim.username().replace("s", "\\u017f"));
    for (String spelling : spellings) {
      assertThat(bank.logInFrom(bank.newAddress(), spelling, victim.password(), "").statusCode())
          .as(spelling + " is a name of the account")
          .isEqualTo(200);
    }
    for (int i = 0; i < GUESSES_FOR_AN_ACCOUNT; i++) {
      assertRefused(guess(bank.newAddress(), spellings.get(i % spellings.size())), 401);
    }

    for (String spelling : spellings) {
      assertLimited(guess(bank.newAddress(), spelling), "failed-logins-of-account", 3_600);
    }
  }

  @Test
  void rightPasswordsDoNotCountAsGuesses() {
    Person person = people.customer("1.00");

    for (int i = 0; i < GUESSES_FOR_AN_ACCOUNT + 5; i++) {
      assertThat(logIn(bank.newAddress(), person).statusCode()).isEqualTo(200);
    }
  }
}
