package dev.gatewright.example.authorization;

import static dev.gatewright.example.authorization.AuthorizationServer.ASSISTANT;
import static dev.gatewright.example.authorization.AuthorizationServer.DISPLAY;
import static dev.gatewright.example.authorization.AuthorizationServer.PLANNER;
import static dev.gatewright.example.authorization.AuthorizationServer.accessToken;
import static dev.gatewright.example.authorization.AuthorizationServer.assertError;
import static dev.gatewright.example.authorization.AuthorizationServer.basic;
import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.example.authorization.token.SigningKeys;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AuthorizationServerTest
class TokenEndpointsIT {
  private static final Map<String, String> OWN_NAME =
      Map.of("grant_type", "client_credentials", "scope", "settlements:read");
  private static final String FORM = "application/x-www-form-urlencoded";

  @Autowired private AuthorizationServer server;
  @Autowired private People people;
  @Autowired private SigningKeys keys;

  /** No customer of the bank can have a name with a colon. */
  @Test
  void aProgramGetsATokenInItsOwnNameThatNoCustomerCanHave() {
    String token = accessToken(server.postAs("other-bank", "/oauth2/token", OWN_NAME));

    assertThat(Json.claims(token))
        .containsEntry("sub", "client:other-bank")
        .containsEntry("client_id", "other-bank")
        .containsEntry("aud", "bank-api")
        .containsEntry("scope", "settlements:read")
        .doesNotContainKeys("auth_time", "amr");
  }

  @Test
  void aProgramGetsNoScopeThatItIsNotRegisteredFor() {
    HttpResponse<String> answer =
        server.postAs(
            "other-bank",
            "/oauth2/token",
            Map.of("grant_type", "client_credentials", "scope", "accounts:read"));

    assertError(answer, 400, "invalid_scope");
  }

  @Test
  void aPublicClientGetsNoTokenInItsOwnName() {
    HttpResponse<String> answer =
        server.post(
            "/oauth2/token", Map.of("grant_type", "client_credentials", "client_id", PLANNER));

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void aWrongSecretIsRefusedAndAfterTenEvenTheRightOneHasToWait() {
    String address = server.newAddress();
    for (int i = 0; i < 10; i++) {
      assertError(asOtherBank(address, "wrong-" + i), 401, "invalid_client");
    }

    HttpResponse<String> refused =
        asOtherBank(address, "OG29htmXJ4psSLZa_y_XvgK-neDCLvOnZvBGivP-dQk");

    assertRefused(refused, 429);
    assertThat(refused.body()).contains("oauth-failed-clients");
    accessToken(server.postAs("other-bank", "/oauth2/token", OWN_NAME));
  }

  private HttpResponse<String> asOtherBank(String address, String secret) {
    return server.postFrom(
        address,
        "/oauth2/token",
        FORM,
        BodyPublishers.ofString(Forms.encoded(OWN_NAME)),
        "Authorization",
        basic("other-bank", secret));
  }

  @Test
  void aRevokedAccessTokenIsNotActiveOnTheNextRequest() {
    String token = server.plannerToken(people.customer());
    assertThat(server.introspect(token)).containsEntry("active", true);

    HttpResponse<String> answer =
        server.post("/oauth2/revoke", Map.of("client_id", PLANNER, "token", token));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(server.introspect(token)).containsOnly(Map.entry("active", false));
  }

  @Test
  void aRevokedRefreshTokenTakesItsAccessTokenWithIt() {
    Map<String, Object> tokens = server.assistantTokens(people.customer());
    String refreshToken = String.valueOf(tokens.get("refresh_token"));

    server.postAs(ASSISTANT, "/oauth2/revoke", Map.of("token", refreshToken));

    assertThat(server.introspect(String.valueOf(tokens.get("access_token"))))
        .containsEntry("active", false);
    assertError(server.refresh(refreshToken), 400, "invalid_grant");
  }

  @Test
  void nobodyRevokesTheTokenOfAnotherClient() {
    String token = server.plannerToken(people.customer());

    server.post("/oauth2/revoke", Map.of("client_id", DISPLAY, "token", token));

    assertThat(server.introspect(token)).containsEntry("active", true);
  }

  @Test
  void onlyAResourceServerLearnsWhatATokenIsWorth() {
    String token = server.plannerToken(people.customer());

    HttpResponse<String> byAClient =
        server.postAs(ASSISTANT, "/oauth2/introspect", Map.of("token", token));
    HttpResponse<String> byNobody = server.post("/oauth2/introspect", Map.of("token", token));

    assertThat(Json.object(byAClient.body())).containsOnly(Map.entry("active", false));
    assertThat(byNobody.statusCode()).isEqualTo(401);
  }

  @Test
  void aCodeIsNoTokenToIntrospect() {
    String code =
        server.code(people.customer(), PLANNER, AuthorizationServer.PLANNER_PAGE, "accounts:read");

    assertThat(server.introspect(code)).containsOnly(Map.entry("active", false));
  }

  @Test
  void theMetadataNamesWhatThereIsAndNothingElse() {
    Map<String, Object> metadata =
        Json.object(server.get("/.well-known/oauth-authorization-server").body());

    assertThat(metadata)
        .containsEntry("issuer", server.issuer())
        .containsEntry("jwks_uri", server.issuer() + "/oauth2/jwks")
        .containsEntry("code_challenge_methods_supported", List.of("S256"))
        .containsEntry(
            "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "none"))
        .containsEntry("tls_client_certificate_bound_access_tokens", false)
        .containsEntry("dpop_signing_alg_values_supported", List.of("ES256", "PS256", "RS256"));
    assertThat(metadata.get("grant_types_supported").toString()).doesNotContain("token-exchange");
    assertThat(Json.object(server.get("/.well-known/openid-configuration").body()))
        .containsEntry("issuer", server.issuer());
  }

  @Test
  void publishedKeysAreTwoAndNotPrivate() {
    String published = server.get("/oauth2/jwks").body();

    assertThat(published.split("\"kid\"", -1)).hasSize(3);
    assertThat(published).doesNotContain("\"d\":").contains(keys.currentId());
  }

  @Test
  void theKeyThatSignsNextWasPublishedBefore() {
    String published = server.get("/oauth2/jwks").body();
    String first = kidOfANewToken();

    keys.rotate();

    String second = kidOfANewToken();
    assertThat(second).isNotEqualTo(first);
    assertThat(published).contains(first).contains(second);
    assertThat(server.get("/oauth2/jwks").body()).contains(first);
  }

  private String kidOfANewToken() {
    String token = accessToken(server.postAs("other-bank", "/oauth2/token", OWN_NAME));
    return String.valueOf(Json.header(token).get("kid"));
  }

  @Test
  void aFormOfTheTokenEndpointIsSmallAndSaysHowLongItIs() {
    assertRefused(
        server.post("/oauth2/token", FORM, BodyPublishers.ofString("x=" + "y".repeat(9_000))), 413);
    assertRefused(
        server.post(
            "/oauth2/token",
            FORM,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100]))),
        413);
  }

  @Test
  void theRestOfTheServerDoesNotKnowThatSpringSecurityIsThere() {
    for (String path : List.of("/", "/pages.css")) {
      HttpResponse<String> answer = server.get(path);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(header(answer, "X-Frame-Options")).isEmpty();
      assertThat(header(answer, "X-XSS-Protection")).isEmpty();
      assertThat(header(answer, "Set-Cookie")).isEmpty();
    }
    assertThat(server.get("/nothing//").statusCode()).isEqualTo(404);
  }

  @Test
  void theUserInformationEndpointTakesAccessTokensAndNoIdToken() {
    Map<String, Object> tokens = server.assistantTokens(people.customer());

    assertThat(userInformation(tokens.get("access_token"))).isEqualTo(200);
    assertThat(userInformation(tokens.get("id_token"))).isEqualTo(401);
  }

  private int userInformation(Object token) {
    return server.get("/oauth2/userinfo", "Authorization", "Bearer " + token).statusCode();
  }
}
