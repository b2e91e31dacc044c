package dev.gatewright.sample;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BankTest
class PartnerIT {
  static final String KEY = "gw_p9s46jb46j5qk85f.LBRQeUO7-nt6bBmx7FDw_YJem1OFuS5Cqty5ozfdBag2f0a1i";

  @Autowired private Bank bank;
  @Autowired private People people;

  @Test
  void anotherBanksProgramAsksWithItsKey() {
    HttpResponse<String> answer = bank.get("/partner/settlements", "X-API-Key", KEY);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("[{\"bank\":\"other-bank\",\"amount\":1250.00}]");
  }

  @Test
  void aKeyWithAWrongSecretIsRefused() {
    String wrong = KEY.substring(0, KEY.length() - 2) + "CA";

    HttpResponse<String> answer = bank.get("/partner/settlements", "X-API-Key", wrong);

    assertRefused(answer, 401);
    assertThat(header(answer, "WWW-Authenticate")).contains("ApiKey realm=\"bank\"");
  }

  @Test
  void aKeyInTheQueryStringIsNoCredential() {
    assertRefused(bank.get("/partner/settlements?X-API-Key=" + KEY), 401);
  }

  @Test
  void aCustomersTokenIsNoApiKey() {
    assertRefused(bank.get("/partner/settlements", bank.loggedIn(people.customer("1.00"))), 401);
  }

  @Test
  void twoCredentialsAreOneTooMany() {
    String token = bank.loggedIn(people.customer("1.00"))[1];

    assertRefused(bank.get("/partner/settlements", "X-API-Key", KEY, "Authorization", token), 400);
  }
}
