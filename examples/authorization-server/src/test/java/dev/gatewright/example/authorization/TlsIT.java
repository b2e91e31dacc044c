package dev.gatewright.example.authorization;

import static dev.gatewright.example.authorization.AuthorizationServer.PLANNER;
import static dev.gatewright.example.authorization.AuthorizationServer.path;
import static dev.gatewright.example.authorization.AuthorizationServer.request;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.jwt.JwkSetSource;
import dev.gatewright.authentication.jwt.JwtAccessTokens;
import dev.gatewright.authentication.jwt.TrustedIssuer;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.sample.shared.Person;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bearer tokens and sessions over TLS. */
class TlsIT extends TlsApplications {

  private static HttpResponse<String> accounts(String token) throws Exception {
    return send(toBank("/third-party/accounts", "Authorization", "Bearer " + token));
  }

  @Test
  void aProgramIsAllowedUsesItsTokenAndLosesIt() throws Exception {
    Person person = customer("3.21");

    String token = AuthorizationServer.accessToken(send(form("/oauth2/token", allowed(person))));
    assertThat(Json.claims(token)).containsEntry("iss", SERVER.root()).doesNotContainKey("cnf");
    HttpResponse<String> answer = accounts(token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains(person.account().toString()).contains("3.21");

    send(form("/oauth2/revoke", Map.of("client_id", PLANNER, "token", token)));
    assertThat(accounts(token).statusCode()).isEqualTo(401);
  }

  /** The lines for Spring Authorization Server in docs/identity-providers.md. */
  @Test
  void theAddressOfTheServerIsAllThatIsNeededToVerifyItsTokens() throws Exception {
    String token =
        AuthorizationServer.accessToken(send(form("/oauth2/token", allowed(customer("1.00")))));

    assertThat(verified(SERVER.root(), token)).isInstanceOf(Authentication.Accepted.class);
    assertThat(verified(SERVER.root() + "/", token)).isInstanceOf(Authentication.Undecidable.class);
  }

  private static Authentication verified(String issuerUri, String token) {
    try (JwkSetSource keys =
        JwkSetSource.issuerUri(issuerUri).sslContext(SERVER.trusting()).build()) {
      TrustedIssuer issuer =
          TrustedIssuer.builder().issuer(issuerUri).audience("bank-api").keys(keys).build();
      return new JwtAccessTokens(issuer).verify(token);
    }
  }

  @Test
  void theSessionIsForHttpsOnly() throws Exception {
    HttpResponse<String> page = send(toServer("/oauth2/login"));
    assertThat(header(page, "Strict-Transport-Security")).startsWith("max-age=31536000");
    assertThat(header(page, "Set-Cookie"))
        .contains("Secure")
        .contains("HttpOnly")
        .contains("SameSite=Lax");
  }

  @Test
  void whatARequestSaysTheHostIsCalledIsNotRepeated() throws Exception {
    HttpResponse<String> answer =
        send(
            toServer(
                path(request(PLANNER, PAGE, "accounts:read")),
                "Accept",
                "text/html",
                "X-Forwarded-Host",
                "evil.example",
                "Forwarded",
                "host=evil.example"));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "Location")).isEqualTo("/oauth2/login");
  }
}
