package dev.gatewright.example.authorization;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.Person;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Runs a bank that cannot reach the authorization server. */
@AuthorizationServerTest
class ProviderDownIT {
  private static final Connection CONNECTION = new Connection();
  private static final BankProcess BANK = BankProcess.start(BankProcess.freePort(), CONNECTION);
  private static final String ACCOUNTS = "/third-party/accounts";
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Autowired private AuthorizationServer server;
  @Autowired private People people;
  @LocalServerPort private int port;

  private HttpResponse<String> call(String token) {
    return BANK.get(ACCOUNTS, "Authorization", "Bearer " + token);
  }

  @Test
  void tokensCannotBeDecidedOnUntilItsKeysCanBeReadAndAreAcceptedFromThenOn() throws Exception {
    CONNECTION.leadTo(port);
    CONNECTION.cut();
    Person person = BANK.openAccount(people.customer(), "1.00");
    String token = server.plannerToken(person);
    String opaque = String.valueOf(server.displayTokens(person).get("access_token"));

    assertUndecided(call(token));
    assertUndecided(call(opaque));
    assertThat(BANK.get("/accounts", BANK.loggedInAsAlice()).statusCode())
        .as("the bank's own tokens need nobody")
        .isEqualTo(200);

    CONNECTION.restore();
    assertAcceptedSoon(token);
    assertAcceptedSoon(opaque);

    CONNECTION.cut();
    assertThat(call(token).statusCode()).as("what is known stays known").isEqualTo(200);
    assertThat(call(server.plannerToken(person)).statusCode()).as("so do the keys").isEqualTo(200);
    assertUndecided(call(String.valueOf(server.displayTokens(person).get("access_token"))));
  }

  private static void assertUndecided(HttpResponse<String> answer) {
    assertRefused(answer, 503);
    assertThat(header(answer, "Retry-After")).isNotEmpty();
  }

  /** Never refused and never failed on the way. */
  private void assertAcceptedSoon(String token) throws InterruptedException {
    Instant giveUp = Instant.now().plus(PATIENCE);
    HttpResponse<String> answer = call(token);
    while (answer.statusCode() == 503 && Instant.now().isBefore(giveUp)) {
      Thread.sleep(250);
      answer = call(token);
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
