package dev.gatewright.example.authorization;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.example.authorization.login.SecondLogIn;
import dev.gatewright.sample.shared.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Guesses one account's password from many addresses at the log-in page and at another endpoint
 * that checks passwords: there are as many guesses for both as there are for one (OWASP API2:2023).
 */
@AuthorizationServerTest
class GuessingAtThePageIT {
  private static final int GUESSES_FOR_AN_ACCOUNT = 20;
  private static final String WRONG = "Summer2026!";

  @Autowired private AuthorizationServer server;
  @Autowired private People people;

  /** Sends the page's form from a new address. */
  private HttpResponse<String> atThePage(Map<String, String> typed) {
    Browser browser = server.newBrowser();
    return browser.submit(browser.open("/oauth2/login"), 0, typed);
  }

  private HttpResponse<String> atThePage(String username, String password) {
    return atThePage(Map.of("username", username, "password", password));
  }

  private HttpResponse<String> atTheEndpoint(String username, String password) {
    return server.post(
        SecondLogIn.PATH,
        "application/x-www-form-urlencoded",
        BodyPublishers.ofString(Forms.encoded(Map.of("username", username, "password", password))));
  }

  private void guessAtThePage(String username, int guesses) {
    for (int i = 0; i < guesses; i++) {
      assertDidNotWork(atThePage(username, WRONG));
    }
  }

  private void guessAtTheEndpoint(String username, int guesses) {
    for (int i = 0; i < guesses; i++) {
      assertRefused(atTheEndpoint(username, WRONG), 401);
    }
  }

  private static void assertDidNotWork(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("That did not work. Name, password or code is wrong.");
  }

  private static void assertLoggedIn(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("<h1>Connect a device</h1>");
  }

  /** Asserts a page that a person can read, which tells nothing but when to come again. */
  private static void assertTooMany(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
    assertThat(header(answer, "Content-Type")).startsWith("text/html");
    assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(answer, "Location")).isEmpty();
    int seconds = Integer.parseInt(header(answer, "Retry-After"));
    assertThat(seconds).isBetween(1, 3_600);
    assertThat(answer.body())
        .contains("<h1>Too many attempts</h1>")
        .contains("Try again in " + seconds + " seconds.")
        .doesNotContain("Exception")
        .doesNotContain("dev.gatewright");
  }

  private static void assertTooManyAtTheEndpoint(HttpResponse<String> answer) {
    assertRefused(answer, 429);
    assertThat(answer.body()).contains("\"violated-policies\":[\"failed-logins-of-account\"]");
    assertThat(Integer.parseInt(header(answer, "Retry-After"))).isBetween(1, 3_600);
  }

  @Test
  void manyPasswordsForOneAccountFromManyAddressesAreRefused() {
    Person victim = people.customer();
    Person other = people.customer();
    guessAtThePage(victim.username(), GUESSES_FOR_AN_ACCOUNT);

    assertTooMany(atThePage(victim.username(), victim.password()));
    assertTooMany(atThePage(victim.username(), WRONG));
    assertLoggedIn(atThePage(other.username(), other.password()));
  }

  @Test
  void guessesAtThePageAreGuessesAtTheEndpointsOwnLogIn() {
    Person victim = people.customer();
    guessAtThePage(victim.username(), GUESSES_FOR_AN_ACCOUNT);

    assertTooManyAtTheEndpoint(atTheEndpoint(victim.username(), victim.password()));
  }

  @Test
  void guessesAtTheEndpointsOwnLogInAreGuessesAtThePage() {
    Person victim = people.customer();
    guessAtTheEndpoint(victim.username(), GUESSES_FOR_AN_ACCOUNT);

    assertTooMany(atThePage(victim.username(), victim.password()));
  }

  @Test
  void guessesAtBothAddUp() {
    Person victim = people.customer();
    for (int i = 0; i < GUESSES_FOR_AN_ACCOUNT / 2; i++) {
      guessAtThePage(victim.username(), 1);
      guessAtTheEndpoint(victim.username(), 1);
    }

    assertTooMany(atThePage(victim.username(), victim.password()));
    assertTooManyAtTheEndpoint(atTheEndpoint(victim.username(), victim.password()));
  }

  @Test
  void rightPasswordsCostNothing() {
    Person person = people.customer();
    guessAtThePage(person.username(), GUESSES_FOR_AN_ACCOUNT - 1);

    for (int i = 0; i < 3; i++) {
      assertLoggedIn(atThePage(person.username(), person.password()));
      assertThat(atTheEndpoint(person.username(), person.password()).statusCode()).isEqualTo(200);
    }
    guessAtTheEndpoint(person.username(), 1);
    assertTooMany(atThePage(person.username(), person.password()));
  }

  @Test
  void anAccountThatDoesNotExistIsLimitedLikeAnyOther() {
    guessAtThePage("nobody-at-the-page", GUESSES_FOR_AN_ACCOUNT);

    assertTooMany(atThePage("nobody-at-the-page", WRONG));
    assertTooManyAtTheEndpoint(atTheEndpoint("nobody-at-the-page", WRONG));
  }

  @Test
  void anotherSpellingIsNotAnotherAccount() {
    Person victim = people.customer();
    String[] spellings = {
      victim.username(),
      victim.username().toUpperCase(Locale.ROOT),
      victim.username().replace('s', '\u017f')
    };
    for (int i = 0; i < GUESSES_FOR_AN_ACCOUNT; i++) {
      guessAtThePage(spellings[i % spellings.length], 1);
    }

    for (String spelling : spellings) {
      assertTooMany(atThePage(spelling, victim.password()));
    }
  }

  @Test
  void wrongOneTimeCodesAreGuessesToo() {
    Person victim = people.customer();
    Map<String, String> typed =
        Map.of(
            "username",
            victim.username(),
            "password",
            victim.password(),
            "code",
            wrongCode(victim));
    for (int i = 0; i < GUESSES_FOR_AN_ACCOUNT; i++) {
      assertDidNotWork(atThePage(typed));
    }

    assertTooMany(atThePage(typed));
    assertTooManyAtTheEndpoint(atTheEndpoint(victim.username(), victim.password()));
  }

  /** Another one than the phone shows, now or a minute earlier or later. */
  private String wrongCode(Person person) {
    return server.codeOf(person).equals("000000") ? "111111" : "000000";
  }

  @Test
  void guessesAtTheSameTimeAtBothAreNeverMoreThanTheLimit() throws Exception {
    Person victim = people.customer();
    List<Callable<Integer>> guesses = new ArrayList<>();
    for (int i = 0; i < GUESSES_FOR_AN_ACCOUNT; i++) {
      guesses.add(() -> atThePage(victim.username(), WRONG).statusCode());
      guesses.add(() -> atTheEndpoint(victim.username(), WRONG).statusCode());
    }
    List<Integer> statuses = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<Integer> answer : threads.invokeAll(guesses)) {
        statuses.add(answer.get());
      }
    } finally {
      threads.shutdown();
    }

    assertThat(statuses).containsOnly(200, 401, 429);
    assertThat(statuses.stream().filter(status -> status != 429))
        .as("guesses that were looked at")
        .hasSize(GUESSES_FOR_AN_ACCOUNT);
  }
}
