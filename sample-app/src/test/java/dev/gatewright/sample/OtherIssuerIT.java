package dev.gatewright.sample;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.issuing.TokenIssuer;
import dev.gatewright.issuing.TokenRequest;
import dev.gatewright.sample.shared.MovableClock;
import dev.gatewright.sample.shared.Person;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The bank trusts one more issuer, whose subjects are called as the bank's customers are. */
@BankTest
@TestPropertySource(
    properties = {
      "gatewright.jwt.issuers.other.issuer=https://other.example",
      "gatewright.jwt.issuers.other.audience=bank-api",
      "gatewright.jwt.issuers.other.keys[0].id=other",
      "gatewright.jwt.issuers.other.keys[0].algorithm=HS256",
      "gatewright.jwt.issuers.other.keys[0].secret="
          + "b3RoZXItaXNzdWVyLW90aGVyLWlzc3Vlci1vdGhlci1pc3N1ZXI="
    })
class OtherIssuerIT {
  private static final String SECRET = "other-issuer-other-issuer-other-issuer";

  @Autowired private Bank bank;
  @Autowired private People people;
  @Autowired private MovableClock clock;

  private String[] tokenOfOtherIssuer(String subject) {
    SecretKeySpec key = new SecretKeySpec(SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
    String token =
        TokenIssuer.builder()
            .issuer("https://other.example")
            .audience("bank-api")
            .key(SigningKey.of("other", JwtAlgorithm.HS256, key))
            .clock(clock)
            .build()
            .issue(
                TokenRequest.of(subject)
                    .withRoles(List.of("customer"))
                    .withScopes(List.of("accounts:read", "transfers:write")))
            .value();
    return new String[] {"Authorization", "Bearer " + token};
  }

  @Test
  void somebodyOfTheSameNameElsewhereIsSomebodyElse() {
    Person person = people.customer("12.34");
    String[] namesake = tokenOfOtherIssuer(person.username());

    assertThat(bank.get("/secure-data", namesake).body()).contains(person.username());
    assertThat(bank.get("/accounts", namesake).body()).isEqualTo("[]");
    assertThat(bank.get("/third-party/accounts", namesake).body()).isEqualTo("[]");
    assertRefused(bank.get("/accounts/" + person.account(), namesake), 403);
    assertThat(bank.get("/accounts", bank.loggedIn(person)).body())
        .contains(person.account().toString());
  }
}
