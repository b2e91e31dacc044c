package dev.gatewright.sample;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.Answers;
import dev.gatewright.sample.shared.MovableClock;
import dev.gatewright.sample.shared.Person;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTask;

@BankTest
class RefreshIT {
  @Autowired private Bank bank;
  @Autowired private People people;
  @Autowired private MovableClock clock;
  @Autowired private JdbcClient database;
  @Autowired private ScheduledAnnotationBeanPostProcessor scheduling;

  private HttpResponse<String> logIn(Person person) {
    return bank.logInFrom(bank.newAddress(), person.username(), person.password(), "");
  }

  private HttpResponse<String> refresh(HttpResponse<String> issued) {
    return bank.post("/token/refresh", "{\"refresh_token\":\"" + refreshTokenIn(issued) + "\"}");
  }

  private static String refreshTokenIn(HttpResponse<String> issued) {
    Matcher token = Pattern.compile("\"refresh_token\":\"([^\"]+)\"").matcher(issued.body());
    assertThat(token.find()).as(issued.body()).isTrue();
    return token.group(1);
  }

  private HttpResponse<String> use(HttpResponse<String> issued) {
    return bank.get("/secure-data", "Authorization", "Bearer " + Bank.tokenIn(issued));
  }

  @Test
  void aRefreshTokenGoesOnWhereTheAccessTokenEnds() {
    HttpResponse<String> first = logIn(people.customer("1.00"));
    clock.pass(Duration.ofMinutes(20));
    assertRefused(use(first), 401);

    HttpResponse<String> second = refresh(first);
    assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
    assertThat(use(second).statusCode()).isEqualTo(200);
    assertThat(use(refresh(second)).statusCode()).isEqualTo(200);
  }

  @Test
  void endedTokensAreForgottenByATaskThatRunsOnceAnHour() {
    Person person = people.customer("1.00");
    logIn(person);
    OffsetDateTime ended = clock.instant().minusSeconds(600).atOffset(ZoneOffset.UTC);
    database
        .sql("update gatewright_refresh_family set ends_at = ? where subject = ?")
        .params(ended, person.username())
        .update();
    database
        .sql(
            "update gatewright_refresh_token set access_token_expires_at = ? where family_id in"
                + " (select id from gatewright_refresh_family where subject = ?)")
        .params(ended, person.username())
        .update();
    logIn(person);
    assertThat(familiesOf(person)).isEqualTo(2);

    ScheduledTask task =
        scheduling.getScheduledTasks().stream()
            .filter(each -> each.toString().contains("EndedRefreshTokens"))
            .findFirst()
            .orElseThrow();
    assertThat(((FixedDelayTask) task.getTask()).getIntervalDuration()).hasHours(1);
    task.getTask().getRunnable().run();

    assertThat(familiesOf(person)).isEqualTo(1);
  }

  private int familiesOf(Person person) {
    return database
        .sql("select count(*) from gatewright_refresh_family where subject = ?")
        .param(person.username())
        .query(Integer.class)
        .single();
  }

  @Test
  void aRefreshTokenUsedTwiceRevokesItsFamilyAndItsAccessTokens() {
    Person person = people.customer("1.00");
    HttpResponse<String> other = logIn(person);
    HttpResponse<String> first = logIn(person);
    HttpResponse<String> second = refresh(first);
    assertThat(use(second).statusCode()).isEqualTo(200);

    assertRefused(refresh(first), 401);

    assertRefused(use(second), 401);
    assertRefused(use(first), 401);
    assertRefused(refresh(second), 401);
    assertThat(use(other).statusCode()).isEqualTo(200);
  }

  @Test
  void whoLogsOutIsNotRefreshed() {
    HttpResponse<String> first = logIn(people.customer("1.00"));
    HttpResponse<String> second = refresh(first);
    String[] token = {"Authorization", "Bearer " + Bank.tokenIn(second)};
    assertThat(bank.post("/logout", "", token).statusCode()).isEqualTo(204);
    assertRefused(refresh(second), 401);
    assertRefused(use(first), 401);
  }

  @Test
  void aRoleThatWasTakenAwayIsGoneWithTheNextRefresh() {
    Person person = people.customer("1.00");
    HttpResponse<String> first = logIn(person);
    database
        .sql("update customer set role = 'former-customer' where username = ?")
        .param(person.username())
        .update();
    String[] token = {"Authorization", "Bearer " + Bank.tokenIn(refresh(first))};
    assertRefused(bank.get("/accounts", token), 403);
  }

  @Test
  void aRefreshIsNoFreshAuthentication() {
    Person person = people.customer("1.00");
    HttpResponse<String> first =
        bank.logInFrom(
            bank.newAddress(), person.username(), person.password(), bank.codeOf(person));
    clock.pass(Duration.ofMinutes(6));
    String[] token = {"Authorization", "Bearer " + Bank.tokenIn(refresh(first))};
    String transfer = "{\"to\":\"" + people.customer("1.00").account() + "\",\"amount\":\"0.50\"}";
    HttpResponse<String> answer =
        bank.post("/accounts/" + person.account() + "/transfers", transfer, token);
    assertRefused(answer, 401);
    assertThat(Answers.header(answer, "WWW-Authenticate"))
        .contains("insufficient_user_authentication", "max_age");
  }

  @Test
  void theDatabaseHoldsNoRefreshToken() {
    HttpResponse<String> issued = logIn(people.customer("1.00"));
    assertThat(
            database
                .sql("select count(*) from gatewright_refresh_token where hash = ?")
                .param(refreshTokenIn(issued))
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void guessingIsLimited() {
    String address = bank.newAddress();
    String guess = "{\"refresh_token\":\"" + "A".repeat(43) + "\"}";
    for (int i = 0; i < 5; i++) {
      assertRefused(bank.postFrom(address, "/token/refresh", guess), 401);
    }
    assertRefused(bank.postFrom(address, "/token/refresh", guess), 429);
  }
}
