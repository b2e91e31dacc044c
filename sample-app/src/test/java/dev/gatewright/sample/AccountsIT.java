package dev.gatewright.sample;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.Person;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BankTest
class AccountsIT {
  @Autowired private Bank bank;
  @Autowired private People people;

  @Test
  void customersSeeTheirOwnAccounts() {
    Person person = people.customer("12.34");
    String[] token = bank.loggedIn(person);

    HttpResponse<String> all = bank.get("/accounts", token);
    HttpResponse<String> one = bank.get("/accounts/" + person.account(), token);

    assertThat(all.body()).isEqualTo("[\"" + person.account() + "\"]");
    assertThat(one.body()).isEqualTo("{\"id\":\"" + person.account() + "\",\"balance\":12.34}");
  }

  @Test
  void somebodyElsesAccountIsRefusedLikeOneThatDoesNotExist() {
    String[] token = bank.loggedIn(people.customer("1.00"));
    Person other = people.customer("1.00");

    HttpResponse<String> others = bank.get("/accounts/" + other.account(), token);
    HttpResponse<String> none = bank.get("/accounts/" + UUID.randomUUID(), token);

    assertRefused(others, 403);
    assertRefused(none, 403);
    assertThat(others.body()).doesNotContain(other.account().toString());
  }

  @Test
  void whoHasNotTheRoleIsRefused() {
    Person auditor = people.person("auditor", "accounts:read", "1.00");
    String[] token = bank.loggedIn(auditor);

    assertRefused(bank.get("/accounts", token), 403);
    assertRefused(bank.get("/accounts/" + auditor.account(), token), 403);
  }

  @Test
  void aTokenWithoutTheScopeIsRefusedAndToldWhichItNeeds() {
    Person person = people.person("customer", "profile", "1.00");

    HttpResponse<String> answer = bank.get("/accounts/" + person.account(), bank.loggedIn(person));

    assertRefused(answer, 403);
    assertThat(header(answer, "WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"bank\", error=\"insufficient_scope\", scope=\"accounts:read\"");
  }

  @Test
  void whoHasNoTokenLearnsNothingAboutTheRequest() {
    assertRefused(bank.get("/accounts/nonsense"), 401);
    assertRefused(bank.post("/accounts/nonsense/transfers", "{{{"), 401);
  }

  @Test
  void aMalformedNumberIsRefusedWithoutRepeatingIt() {
    HttpResponse<String> answer =
        bank.get("/accounts/nonsense", bank.loggedIn(people.customer("1.00")));

    assertRefused(answer, 400);
    assertThat(answer.body()).doesNotContain("nonsense");
  }

  @Test
  void aCallersLimitHoldsWhateverTheAddressAndForThisEndpointOnly() {
    Person person = people.customer("1.00");
    String[] token = bank.loggedIn(person);
    int granted = 0;
    HttpResponse<String> answer = bank.get("/accounts/" + person.account(), token);
    while (answer.statusCode() == 200 && granted < 500) {
      granted++;
      answer = bank.get("/accounts/" + person.account(), token);
    }

    // A token bucket: what comes back while this loop runs may be taken too.
    assertThat(granted).isBetween(60, 499);
    assertRefused(answer, 429);
    assertThat(bank.get("/accounts", token).statusCode()).isEqualTo(200);
  }
}
