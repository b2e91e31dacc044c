package dev.gatewright.example.authorization;

import static dev.gatewright.example.authorization.AuthorizationServer.ASSISTANT;
import static dev.gatewright.example.authorization.AuthorizationServer.ASSISTANT_PAGE;
import static dev.gatewright.example.authorization.AuthorizationServer.PLANNER;
import static dev.gatewright.example.authorization.AuthorizationServer.PLANNER_PAGE;
import static dev.gatewright.example.authorization.AuthorizationServer.VERIFIER;
import static dev.gatewright.example.authorization.AuthorizationServer.accessToken;
import static dev.gatewright.example.authorization.AuthorizationServer.assertError;
import static dev.gatewright.example.authorization.AuthorizationServer.exchange;
import static dev.gatewright.example.authorization.AuthorizationServer.path;
import static dev.gatewright.example.authorization.AuthorizationServer.request;
import static dev.gatewright.example.authorization.AuthorizationServer.toldBy;
import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.MovableClock;
import dev.gatewright.sample.shared.Person;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AuthorizationServerTest
class AuthorizationCodeIT {
  @Autowired private AuthorizationServer server;
  @Autowired private People people;
  @Autowired private MovableClock clock;

  private Map<String, String> plannerRequest() {
    return request(PLANNER, PLANNER_PAGE, "accounts:read");
  }

  @Test
  void aProgramInABrowserGetsAShortTokenForWhatTheCustomerAllowed() {
    Person person = people.customer();
    long before = clock.instant().getEpochSecond();

    String token = server.plannerToken(person);

    assertThat(Json.header(token)).containsEntry("typ", "at+jwt").containsEntry("alg", "ES256");
    Map<String, Object> claims = Json.claims(token);
    assertThat(claims)
        .containsEntry("iss", server.issuer())
        .containsEntry("aud", "bank-api")
        .containsEntry("sub", person.username())
        .containsEntry("client_id", PLANNER)
        .containsEntry("scope", "accounts:read")
        .containsEntry("amr", List.of("pwd"))
        .containsKey("jti")
        .doesNotContainKeys("roles", "nbf");
    assertThat(((Number) claims.get("auth_time")).longValue())
        .isBetween(before, clock.instant().getEpochSecond());
    assertThat(number(claims, "exp") - number(claims, "iat")).isBetween(1L, 900L);
  }

  private static long number(Map<String, Object> claims, String name) {
    return ((Number) claims.get(name)).longValue();
  }

  @Test
  void aProgramInABrowserGetsNoRefreshToken() {
    Person person = people.customer();
    String code = server.code(person, plannerRequest());

    HttpResponse<String> answer =
        server.post("/oauth2/token", exchange(PLANNER, PLANNER_PAGE, code));

    assertThat(Json.object(answer.body())).doesNotContainKey("refresh_token");
    assertThat(header(answer, "Cache-Control")).contains("no-store");
  }

  @Test
  void aOneTimeCodeAtTheLogInIsInTheToken() {
    Person person = people.customer();
    Browser browser = server.newBrowser();
    HttpResponse<String> consent =
        browser.submit(
            browser.open(path(plannerRequest())),
            0,
            Map.of(
                "username", person.username(),
                "password", person.password(),
                "code", server.codeOf(person)));
    String code = toldBy(browser.allow(consent), PLANNER_PAGE).get("code");

    String token = accessToken(server.post("/oauth2/token", exchange(PLANNER, PLANNER_PAGE, code)));

    assertThat(Json.claims(token)).containsEntry("amr", List.of("pwd", "otp", "mfa"));
  }

  @Test
  void aRequestWithoutACodeChallengeIsRefused() {
    Map<String, String> request = plannerRequest();
    request.remove("code_challenge");
    request.remove("code_challenge_method");

    assertThat(toldBy(server.newBrowser().open(path(request)), PLANNER_PAGE))
        .containsEntry("error", "invalid_request")
        .containsEntry("state", "af0ifjsldkj")
        .doesNotContainKey("code");
  }

  @Test
  void aClientWithASecretNeedsACodeChallengeToo() {
    Map<String, String> request = request(ASSISTANT, ASSISTANT_PAGE, "accounts:read");
    request.remove("code_challenge");

    assertThat(toldBy(server.newBrowser().open(path(request)), ASSISTANT_PAGE))
        .containsEntry("error", "invalid_request");
  }

  @Test
  void aChallengeThatIsTheVerifierItselfIsRefused() {
    Map<String, String> request = plannerRequest();
    request.put("code_challenge", VERIFIER);
    request.put("code_challenge_method", "plain");

    assertThat(toldBy(server.newBrowser().open(path(request)), PLANNER_PAGE))
        .containsEntry("error", "invalid_request");
    request.remove("code_challenge_method");
    assertThat(toldBy(server.newBrowser().open(path(request)), PLANNER_PAGE))
        .containsEntry("error", "invalid_request");
  }

  @Test
  void aWrongVerifierIsRefused() {
    String code = server.code(people.customer(), plannerRequest());
    Map<String, String> fields = exchange(PLANNER, PLANNER_PAGE, code);
    fields.put("code_verifier", VERIFIER.substring(1) + "x");

    assertError(server.post("/oauth2/token", fields), 400, "invalid_grant");
  }

  @Test
  void aMissingVerifierIsRefusedEvenWithAClientsSecret() {
    String code = server.code(people.customer(), ASSISTANT, ASSISTANT_PAGE, "accounts:read");
    Map<String, String> fields = exchange(ASSISTANT, ASSISTANT_PAGE, code);
    fields.remove("code_verifier");

    assertError(server.postAs(ASSISTANT, "/oauth2/token", fields), 400, "invalid_grant");
  }

  @Test
  void aCodeThatComesBackIsRefusedAndWhatItGaveIsWithdrawn() {
    String code = server.code(people.customer(), plannerRequest());
    String token = accessToken(server.post("/oauth2/token", exchange(PLANNER, PLANNER_PAGE, code)));
    assertThat(server.introspect(token)).containsEntry("active", true);

    assertError(
        server.post("/oauth2/token", exchange(PLANNER, PLANNER_PAGE, code)), 400, "invalid_grant");

    assertThat(server.introspect(token)).containsOnly(Map.entry("active", false));
  }

  @Test
  void aCodeIsWorthNothingToAnotherClient() {
    String code = server.code(people.customer(), plannerRequest());

    assertError(
        server.postAs(ASSISTANT, "/oauth2/token", exchange(ASSISTANT, PLANNER_PAGE, code)),
        400,
        "invalid_grant");
  }

  @Test
  void nobodyIsSentToAnAddressThatIsNotRegistered() {
    for (String elsewhere :
        List.of(
            "https://evil.example/third-party.html",
            PLANNER_PAGE + "/..",
            PLANNER_PAGE + "?x=y",
            "http://localhost:8081/third-party.html",
            "http://localhost:8080@evil.example/third-party.html")) {
      HttpResponse<String> answer =
          server.newBrowser().open(path(request(PLANNER, elsewhere, "accounts:read")));

      assertThat(answer.statusCode()).as(elsewhere).isEqualTo(400);
      assertThat(header(answer, "Location")).isEmpty();
      assertThat(answer.body()).contains("That is not possible").doesNotContain("evil");
    }
  }

  @Test
  void theCodeMustBeExchangedForTheAddressItWasSentTo() {
    String code = server.code(people.customer(), plannerRequest());

    assertError(
        server.post(
            "/oauth2/token", exchange(PLANNER, "http://127.0.0.1:8080/third-party.html", code)),
        400,
        "invalid_grant");
  }

  @Test
  void aClientCannotAskForMoreThanItIsRegisteredFor() {
    Map<String, String> request = request(PLANNER, PLANNER_PAGE, "accounts:read transfers:write");

    assertThat(toldBy(server.newBrowser().open(path(request)), PLANNER_PAGE))
        .containsEntry("error", "invalid_scope");
  }

  @Test
  void whoDoesNotAllowItGivesNoCode() {
    Browser browser = server.newBrowser();
    HttpResponse<String> consent =
        browser.logIn(browser.open(path(plannerRequest())), people.customer());

    assertThat(toldBy(browser.deny(consent), PLANNER_PAGE))
        .containsEntry("error", "access_denied")
        .doesNotContainKey("code");
  }

  @Test
  void consentIsAskedForEachTime() {
    Person person = people.customer();
    Browser browser = server.newBrowser();
    browser.allow(browser.logIn(browser.open(path(plannerRequest())), person));

    assertThat(browser.open(path(plannerRequest())).body())
        .contains("<h1>Allow access?</h1>")
        .contains("Savings Planner")
        .contains(person.username())
        .contains("see your accounts and what is on them");
  }

  @Test
  void anAnswerToSomebodyElsesConsentIsRefused() {
    Browser victim = server.newBrowser();
    Browser attacker = server.newBrowser();
    HttpResponse<String> consent =
        victim.logIn(victim.open(path(plannerRequest())), people.customer());
    attacker.logIn(attacker.open(path(plannerRequest())), people.customer());

    HttpResponse<String> answer = attacker.submit(consent, 0, Map.of());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(header(answer, "Location")).isEmpty();
  }

  @Test
  void whatAClientWritesIsShownAsText() {
    Browser browser = server.newBrowser();
    browser.logIn(browser.open(path(plannerRequest())), people.customer());

    HttpResponse<String> page =
        browser.open(
            "/oauth2/consent?client_id=savings-planner&scope=accounts:read%20%3Cb%3E"
                + "&state=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("<script").doesNotContain("<b></code>");
  }

  @Test
  void pagesCanNeitherBeFramedNorRunScripts() {
    Browser browser = server.newBrowser();
    HttpResponse<String> logIn = browser.open(path(plannerRequest()));
    HttpResponse<String> consent = browser.logIn(logIn, people.customer());

    for (HttpResponse<String> page : List.of(logIn, consent)) {
      assertThat(header(page, "Content-Security-Policy"))
          .contains("default-src 'none'")
          .contains("frame-ancestors 'none'")
          .contains("form-action 'self' ")
          .contains("http://localhost:8080")
          .doesNotContain("script-src");
      assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
      assertThat(header(page, "Cache-Control")).contains("no-store");
      assertThat(page.body()).doesNotContain("<script");
    }
  }

  @Test
  void theSessionIsAnotherOneAfterTheLogInAndScriptsCannotReadIt() {
    HttpResponse<String> page = server.get("/oauth2/login", "Accept", "text/html");

    assertThat(header(page, "Set-Cookie"))
        .startsWith("authorization-server-session=")
        .contains("HttpOnly")
        .contains("SameSite=Lax");
    Browser browser = server.newBrowser();
    HttpResponse<String> logIn = browser.open(path(plannerRequest()));
    String before = browser.cookie();
    browser.logIn(logIn, people.customer());
    assertThat(browser.cookie()).isNotEqualTo(before);
  }

  @Test
  void aLogInWithoutThePagesOwnTokenIsRefused() {
    Person person = people.customer();
    Browser browser = server.newBrowser();
    browser.open(path(plannerRequest()));

    HttpResponse<String> answer =
        browser.post(
            "/oauth2/login", Map.of("username", person.username(), "password", person.password()));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void afterFiveWrongGuessesEvenTheRightPasswordHasToWait() {
    Person person = people.customer();
    Browser browser = server.newBrowser();
    HttpResponse<String> page = browser.open(path(plannerRequest()));
    for (int i = 0; i < 5; i++) {
      page = browser.submit(page, 0, Map.of("username", person.username(), "password", "no" + i));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("That did not work");
    }

    HttpResponse<String> sixth = browser.logIn(page, person);

    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(sixth.body()).contains("Too many attempts");
    assertThat(Integer.parseInt(header(sixth, "Retry-After"))).isBetween(1, 900);
    Browser elsewhere = server.newBrowser();
    assertThat(elsewhere.logIn(elsewhere.open(path(plannerRequest())), person).body())
        .contains("<h1>Allow access?</h1>");
  }

  @Test
  void anImpossiblePasswordIsAFailedLogInLikeAnyOther() {
    Browser browser = server.newBrowser();
    HttpResponse<String> page = browser.open(path(plannerRequest()));

    HttpResponse<String> answer =
        browser.submit(page, 0, Map.of("username", "x".repeat(40), "password", "p".repeat(100)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("That did not work");
  }

  @Test
  void theServersPathsWantHttpsLikeAllOthers() {
    assertRefused(server.getByPlainHttp("/oauth2/jwks", "X-Forwarded-For", "203.0.113.7"), 403);
  }
}
