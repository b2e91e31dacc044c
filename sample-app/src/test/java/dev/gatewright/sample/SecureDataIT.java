package dev.gatewright.sample;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.MovableClock;
import dev.gatewright.sample.shared.Person;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BankTest
class SecureDataIT {
  @Autowired private Bank bank;
  @Autowired private People people;
  @Autowired private MovableClock clock;

  @Test
  void theAnswerIsAboutTheTokensSubject() {
    Person person = people.customer("1.00");

    HttpResponse<String> answer = bank.get("/secure-data", bank.loggedIn(person));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"subject\":\"" + person.username() + "\"");
  }

  @Test
  void whoBringsNoTokenIsAskedForOne() {
    HttpResponse<String> answer = bank.get("/secure-data");

    assertRefused(answer, 401);
    assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer realm=\"bank\"");
  }

  @Test
  void aTokenThatWasTamperedWithIsRefused() {
    String token = bank.loggedIn(people.customer("1.00"))[1];
    int inClaims = token.indexOf('.') + 12;
    char other = token.charAt(inClaims) == 'A' ? 'B' : 'A';
    String tampered = token.substring(0, inClaims) + other + token.substring(inClaims + 1);

    HttpResponse<String> answer = bank.get("/secure-data", "Authorization", tampered);

    assertRefused(answer, 401);
    assertThat(header(answer, "WWW-Authenticate")).contains("error=\"invalid_token\"");
    assertThat(answer.body()).doesNotContain(tampered.substring(20));
  }

  @Test
  void aTokenThatWantsNoSignatureIsRefused() {
    assertRefused(
        bank.get(
            "/secure-data", "Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9."),
        401);
  }

  @Test
  void aTokenEndsAfterFifteenMinutes() {
    String[] token = bank.loggedIn(people.customer("1.00"));

    clock.pass(Duration.ofMinutes(16));

    assertRefused(bank.get("/secure-data", token), 401);
  }

  @Test
  void anApiKeyIsNoToken() {
    assertRefused(bank.get("/secure-data", "X-API-Key", PartnerIT.KEY), 401);
  }
}
