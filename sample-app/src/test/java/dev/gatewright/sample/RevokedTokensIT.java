package dev.gatewright.sample;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.issuing.AccessToken;
import dev.gatewright.issuing.TokenIssuer;
import dev.gatewright.issuing.TokenRequest;
import dev.gatewright.sample.shared.MovableClock;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Two issuers tell the bank which of their tokens they have revoked. */
@BankTest
@TestPropertySource(
    properties = {
      "gatewright.jwt.issuers.one.issuer=https://one.example",
      "gatewright.jwt.issuers.one.audience=bank-api",
      "gatewright.jwt.issuers.one.keys[0].id=one",
      "gatewright.jwt.issuers.one.keys[0].algorithm=HS256",
      "gatewright.jwt.issuers.one.keys[0].secret="
          + "b25lLWlzc3Vlci1vbmUtaXNzdWVyLW9uZS1pc3N1ZXItb25lLWlzc3Vlcg==",
      "gatewright.jwt.issuers.two.issuer=https://two.example",
      "gatewright.jwt.issuers.two.audience=bank-api",
      "gatewright.jwt.issuers.two.keys[0].id=two",
      "gatewright.jwt.issuers.two.keys[0].algorithm=HS256",
      "gatewright.jwt.issuers.two.keys[0].secret="
          + "dHdvLWlzc3Vlci10d28taXNzdWVyLXR3by1pc3N1ZXItdHdvLWlzc3Vlcg=="
    })
class RevokedTokensIT {
  @Autowired private Bank bank;
  @Autowired private MovableClock clock;

  private AccessToken token(String issuer, String... scopes) {
    SecretKeySpec key =
        new SecretKeySpec(
            "one-issuer-one-issuer-one-issuer-one-issuer"
                .replace("one", issuer)
                .getBytes(StandardCharsets.US_ASCII),
            "HmacSHA256");
    return TokenIssuer.builder()
        .issuer("https://" + issuer + ".example")
        .audience("bank-api")
        .key(SigningKey.of(issuer, JwtAlgorithm.HS256, key))
        .clock(clock)
        .build()
        .issue(TokenRequest.of("somebody").withScopes(List.of(scopes)));
  }

  private int use(AccessToken token) {
    return bank.get("/secure-data", "Authorization", "Bearer " + token.value()).statusCode();
  }

  private HttpResponse<String> revoke(AccessToken by, String body) {
    return bank.post("/third-party/revocations", body, "Authorization", "Bearer " + by.value());
  }

  private static String notice(AccessToken revoked) {
    return notice(revoked.id(), revoked.expiresAt().toString());
  }

  private static String notice(String id, String expiresAt) {
    return "{\"tokens\":[{\"id\":\"" + id + "\",\"expiresAt\":\"" + expiresAt + "\"}]}";
  }

  @Test
  void aTokenThatItsIssuerRevokesIsRefusedFromTheNextRequestOn() {
    AccessToken token = token("one");
    assertThat(use(token)).isEqualTo(200);

    assertThat(revoke(token("one", "tokens:revoke"), notice(token)).statusCode()).isEqualTo(204);

    assertThat(use(token)).isEqualTo(401);
    assertThat(use(token("one"))).isEqualTo(200);
  }

  @Test
  void anIssuerRevokesNoTokenOfAnother() {
    AccessToken token = token("one");

    assertThat(revoke(token("two", "tokens:revoke"), notice(token)).statusCode()).isEqualTo(204);

    assertThat(use(token)).isEqualTo(200);
  }

  @Test
  void aTokenWithoutTheScopeRevokesNothing() {
    AccessToken token = token("one", "accounts:read");

    assertRefused(revoke(token, notice(token)), 403);
    assertThat(use(token)).isEqualTo(200);
  }

  @Test
  void aNoticeThatIsTooLongOrIncompleteRevokesNothing() {
    AccessToken token = token("one");
    AccessToken issuer = token("one", "tokens:revoke");
    String one = "{\"id\":\"" + token.id() + "\",\"expiresAt\":\"" + token.expiresAt() + "\"}";
    String many = IntStream.range(0, 101).mapToObj(i -> one).collect(Collectors.joining(","));

    assertRefused(revoke(issuer, "{\"tokens\":[" + many + "]}"), 422);
    assertRefused(revoke(issuer, notice("", token.expiresAt().toString())), 422);
    assertRefused(revoke(issuer, notice(token.id(), "never")), 400);
    for (String incomplete : List.of("{\"id\":\"other\"}", "null")) {
      assertThat(revoke(issuer, "{\"tokens\":[" + one + "," + incomplete + "]}").statusCode())
          .isIn(400, 422);
    }
    assertThat(use(token)).isEqualTo(200);
  }
}
