package dev.gatewright.sample;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.Person;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BankTest
class LogOutIT {
  @Autowired private Bank bank;
  @Autowired private People people;

  @Test
  void aTokenIsRefusedFromTheNextRequestOn() {
    String[] token = bank.loggedIn(people.customer("1.00"));
    assertThat(bank.get("/secure-data", token).statusCode()).isEqualTo(200);

    assertThat(bank.post("/logout", "", token).statusCode()).isEqualTo(204);

    HttpResponse<String> next = bank.get("/secure-data", token);
    assertRefused(next, 401);
    assertThat(header(next, "WWW-Authenticate")).contains("error=\"invalid_token\"");
  }

  @Test
  void otherTokensOfTheSamePersonStay() {
    Person person = people.customer("1.00");
    String[] one = bank.loggedIn(person);
    String[] other = bank.loggedIn(person);

    bank.post("/logout", "", one);

    assertThat(bank.get("/secure-data", other).statusCode()).isEqualTo(200);
  }

  @Test
  void nobodyLogsOutWithoutAToken() {
    assertRefused(bank.post("/logout", ""), 401);
  }
}
