package dev.gatewright.example.authorization;

import static dev.gatewright.example.authorization.AuthorizationServer.ASSISTANT;
import static dev.gatewright.example.authorization.AuthorizationServer.ASSISTANT_PAGE;
import static dev.gatewright.example.authorization.AuthorizationServer.DISPLAY;
import static dev.gatewright.example.authorization.AuthorizationServer.assertError;
import static dev.gatewright.example.authorization.AuthorizationServer.basic;
import static dev.gatewright.example.authorization.AuthorizationServer.path;
import static dev.gatewright.example.authorization.AuthorizationServer.request;
import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tries paths and credentials that Spring Security would accept and this server does not offer. */
@AuthorizationServerTest
class SideEntrancesIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String OTHER_BANKS_SECRET = "OG29htmXJ4psSLZa_y_XvgK-neDCLvOnZvBGivP-dQk";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @Autowired private AuthorizationServer server;
  @Autowired private People people;

  /** Else a program that may read the accounts could give itself, or others, all the rest. */
  @Test
  void anAccessTokenIsNoLogIn() {
    String token = server.plannerToken(people.customer());
    String userCode =
        String.valueOf(
            Json.object(
                    server
                        .post(
                            "/oauth2/device_authorization",
                            Map.of("client_id", DISPLAY, "scope", "accounts:read"))
                        .body())
                .get("user_code"));

    for (String page :
        new String[] {
          "/oauth2/device_verification?user_code=" + userCode,
          path(request(ASSISTANT, ASSISTANT_PAGE, "accounts:read")),
          path(request(ASSISTANT, ASSISTANT_PAGE, "openid accounts:read")),
          "/oauth2/device"
        }) {
      HttpResponse<String> answer =
          server.get(page, "Accept", "text/html", "Authorization", "Bearer " + token);
      assertThat(answer.statusCode()).as(page + answer.body()).isEqualTo(302);
      assertThat(header(answer, "Location")).as(page).endsWith("/oauth2/login");
    }
    assertThat(server.get("/oauth2/userinfo", "Authorization", "Bearer " + token).statusCode())
        .isNotEqualTo(302);
  }

  /**
   * Spring Security authenticates clients at its path for pushed requests, which is not offered.
   */
  @Test
  void aClientsSecretCannotBeGuessedWhereNothingIsOffered() {
    String address = server.newAddress();
    HttpResponse<String> page = server.getFrom(address, "/oauth2/login", "Accept", "text/html");
    Matcher token = CSRF.matcher(page.body());
    assertThat(token.find()).as(page.body()).isTrue();
    String session = header(page, "Set-Cookie");
    String cookie = session.substring(0, session.indexOf(';'));

    for (int i = 0; i < 10; i++) {
      assertThat(push(address, cookie, token.group(1), "wrong-" + i).statusCode()).isEqualTo(401);
    }

    assertRefused(push(address, cookie, token.group(1), OTHER_BANKS_SECRET), 429);
  }

  /** In a form it would be in what browsers, proxies and libraries keep of forms. */
  @Test
  void aClientsSecretIsTakenFromItsHeaderOnly() {
    Map<String, String> form =
        Map.of(
            "grant_type",
            "client_credentials",
            "scope",
            "settlements:read",
            "client_id",
            "other-bank",
            "client_secret",
            OTHER_BANKS_SECRET);

    assertError(server.post("/oauth2/token", form), 401, "invalid_client");
    assertThat(server.post("/oauth2/token?" + Forms.encoded(form), Map.of()).statusCode())
        .isIn(400, 401);
  }

  private HttpResponse<String> push(String address, String cookie, String csrf, String secret) {
    return server.postFrom(
        address,
        "/oauth2/par",
        FORM,
        BodyPublishers.ofString(Forms.encoded(Map.of("_csrf", csrf))),
        "Cookie",
        cookie,
        "Authorization",
        basic("other-bank", secret));
  }
}
