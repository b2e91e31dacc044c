package dev.gatewright.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.Person;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client that accepts nothing of the answer is told before anything happened, not after. */
@BankTest
class NotAcceptableIT {
  private static final String KEYS = "/operator/api-keys";

  @Autowired private Bank bank;
  @Autowired private People people;
  @Autowired private JdbcClient database;

  private static String[] acceptingHtml(String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "Accept";
    all[headers.length + 1] = "text/html";
    return all;
  }

  private static String member(HttpResponse<String> answer, String name) {
    Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(answer.body());
    assertThat(member.find()).as(answer.body()).isTrue();
    return member.group(1);
  }

  private int rows(String sql, String parameter) {
    return database.sql(sql).param(parameter).query(Integer.class).single();
  }

  @Test
  void noKeyIsMintedOrReplaced() {
    String[] operator = bank.loggedInWithCode(people.person("operator", "accounts:read", "0.00"));
    String json = "{\"owner\":\"html-bank\",\"days\":30}";
    String count = "select count(*) from gatewright_api_key where owner = ?";
    assertThat(bank.post(KEYS, json, acceptingHtml(operator)).statusCode()).isEqualTo(406);
    assertThat(rows(count, "html-bank")).isZero();

    String id = member(bank.post(KEYS, json, operator), "id");
    String rotation = "{\"overlapMinutes\":0,\"days\":30}";
    assertThat(
            bank.post(KEYS + "/" + id + "/rotation", rotation, acceptingHtml(operator))
                .statusCode())
        .isEqualTo(406);
    assertThat(rows(count, "html-bank")).isEqualTo(1);
  }

  @Test
  void nobodyIsRegistered() {
    String json = "{\"username\":\"html-lover\",\"email\":\"a@example.com\",\"age\":44}";
    assertThat(bank.post("/register", json, acceptingHtml()).statusCode()).isEqualTo(406);
    assertThat(rows("select count(*) from customer where username = ?", "html-lover")).isZero();
  }

  @Test
  void neitherAOneTimeCodeNorARefreshTokenIsUsedUp() {
    Person person = people.customer("1.00");
    String logIn =
        "{\"username\":\"%s\",\"password\":\"%s\",\"oneTimeCode\":\"%s\"}"
            .formatted(person.username(), person.password(), bank.codeOf(person));
    assertThat(bank.post("/login", logIn, acceptingHtml()).statusCode()).isEqualTo(406);
    HttpResponse<String> loggedIn = bank.post("/login", logIn);
    assertThat(loggedIn.statusCode()).as(loggedIn.body()).isEqualTo(200);

    String refresh = "{\"refresh_token\":\"" + member(loggedIn, "refresh_token") + "\"}";
    assertThat(bank.post("/token/refresh", refresh, acceptingHtml()).statusCode()).isEqualTo(406);
    assertThat(bank.post("/token/refresh", refresh).statusCode()).isEqualTo(200);
  }
}
