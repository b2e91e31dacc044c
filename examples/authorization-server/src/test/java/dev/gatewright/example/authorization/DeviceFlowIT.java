package dev.gatewright.example.authorization;

import static dev.gatewright.example.authorization.AuthorizationServer.DEVICE_CODE;
import static dev.gatewright.example.authorization.AuthorizationServer.DISPLAY;
import static dev.gatewright.example.authorization.AuthorizationServer.PLANNER;
import static dev.gatewright.example.authorization.AuthorizationServer.accessToken;
import static dev.gatewright.example.authorization.AuthorizationServer.assertError;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.Person;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AuthorizationServerTest
class DeviceFlowIT {
  @Autowired private AuthorizationServer server;
  @Autowired private People people;

  private Map<String, Object> start() {
    HttpResponse<String> answer =
        server.post(
            "/oauth2/device_authorization", Map.of("client_id", DISPLAY, "scope", "accounts:read"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.object(answer.body());
  }

  private HttpResponse<String> poll(Map<String, Object> device) {
    return server.post(
        "/oauth2/token",
        Map.of(
            "grant_type",
            DEVICE_CODE,
            "client_id",
            DISPLAY,
            "device_code",
            String.valueOf(device.get("device_code"))));
  }

  /** Enters the code of a device; returns the consent page. */
  private HttpResponse<String> enter(Browser browser, Person person, Map<String, Object> device) {
    HttpResponse<String> page = browser.logIn(browser.open("/oauth2/device"), person);
    assertThat(page.body()).contains("<h1>Connect a device</h1>");
    return browser.submit(page, 0, Map.of("user_code", String.valueOf(device.get("user_code"))));
  }

  @Test
  void aDeviceLearnsWhereTheCustomerGoes() {
    assertThat(start())
        .containsEntry("verification_uri", server.issuer() + "/oauth2/device")
        .containsKeys("device_code", "user_code", "expires_in");
  }

  @Test
  void aCustomerConnectsADeviceWhichGetsATokenThatSaysNothing() throws InterruptedException {
    Person person = people.customer();
    Map<String, Object> device = start();
    assertError(poll(device), 400, "authorization_pending");
    Browser browser = server.newBrowser();

    HttpResponse<String> consent = enter(browser, person, device);
    assertThat(consent.body())
        .contains("Kitchen Display")
        .contains(String.valueOf(device.get("user_code")))
        .contains("accounts:read");
    assertThat(browser.allow(consent).body()).contains("Your device is connected");

    assertError(poll(device), 400, "slow_down");
    Thread.sleep(4_100);
    Map<String, Object> answer = Json.object(poll(device).body());
    String token = String.valueOf(answer.get("access_token"));
    assertThat(token).doesNotContain(".");
    assertThat(answer).containsKey("refresh_token").containsEntry("token_type", "Bearer");
    assertThat(server.introspect(token))
        .containsEntry("active", true)
        .containsEntry("sub", person.username())
        .containsEntry("client_id", DISPLAY)
        .containsEntry("scope", "accounts:read")
        .containsEntry("iss", server.issuer())
        .containsEntry("aud", List.of("bank-api"))
        .containsEntry("amr", List.of("pwd"))
        .containsKeys("exp", "iat", "jti", "auth_time");
  }

  @Test
  void aLinkWithTheCodeInItFillsThePageInAndConnectsNothing() {
    Map<String, Object> device = start();
    String link = String.valueOf(device.get("verification_uri_complete"));
    Browser browser = server.newBrowser();

    HttpResponse<String> page =
        browser.logIn(browser.open(link.substring(server.issuer().length())), people.customer());

    assertThat(page.body())
        .contains("<h1>Connect a device</h1>")
        .contains("value=\"" + device.get("user_code") + "\"");
    assertError(poll(device), 400, "authorization_pending");
  }

  @Test
  void aDeviceCodeWorksOnce() throws InterruptedException {
    Map<String, Object> device = start();
    Browser browser = server.newBrowser();
    browser.allow(enter(browser, people.customer(), device));
    accessToken(poll(device));
    Thread.sleep(4_100);

    assertThat(poll(device).statusCode()).isEqualTo(400);
  }

  @Test
  void whoDoesNotAllowItConnectsNoDevice() {
    Map<String, Object> device = start();
    Browser browser = server.newBrowser();

    HttpResponse<String> page = browser.deny(enter(browser, people.customer(), device));

    assertThat(page.body()).contains("Your device was not connected");
    assertError(poll(device), 400, "access_denied");
  }

  @Test
  void aCodeThatIsNoneIsToldAndAfterFiveOfThemTheRightOneHasToWait() {
    Map<String, Object> device = start();
    Browser browser = server.newBrowser();
    HttpResponse<String> page = browser.logIn(browser.open("/oauth2/device"), people.customer());
    for (int i = 0; i < 5; i++) {
      page = browser.submit(page, 0, Map.of("user_code", "BBBB-BBB" + "BCDFG".charAt(i)));
      assertThat(page.body()).contains("There is no such code");
    }

    HttpResponse<String> sixth =
        browser.submit(page, 0, Map.of("user_code", String.valueOf(device.get("user_code"))));

    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(header(sixth, "Retry-After"))).isBetween(1, 900);
    assertError(poll(device), 400, "authorization_pending");
  }

  @Test
  void aCodeThatSomebodyWithoutASessionSendsConnectsNothing() {
    Map<String, Object> device = start();

    HttpResponse<String> answer =
        server
            .newBrowser()
            .post(
                "/oauth2/device_verification",
                Map.of("user_code", String.valueOf(device.get("user_code"))));

    assertThat(answer.body()).doesNotContain("<h1>Allow access?</h1>");
    assertError(poll(device), 400, "authorization_pending");
  }

  /** Another page could make a customer's browser send it; only the customer can say yes. */
  @Test
  void aCodeAloneConnectsNothingEvenWhereTheSameDeviceWasConnectedBefore() {
    Person person = people.customer();
    Browser browser = server.newBrowser();
    browser.allow(enter(browser, person, start()));
    Map<String, Object> attackers = start();

    HttpResponse<String> page =
        browser.post(
            "/oauth2/device_verification",
            Map.of("user_code", String.valueOf(attackers.get("user_code"))));

    assertThat(page.body()).contains("<h1>Allow access?</h1>");
    assertError(poll(attackers), 400, "authorization_pending");
  }

  @Test
  void aDeviceCodeIsWorthNothingToAnotherClient() {
    Map<String, Object> device = start();
    Browser browser = server.newBrowser();
    browser.allow(enter(browser, people.customer(), device));

    HttpResponse<String> answer =
        server.post(
            "/oauth2/token",
            Map.of(
                "grant_type",
                DEVICE_CODE,
                "client_id",
                PLANNER,
                "device_code",
                String.valueOf(device.get("device_code"))));

    assertError(answer, 400, "invalid_grant");
  }

  @Test
  void aClientThatIsNotRegisteredForItCannotStart() {
    HttpResponse<String> answer =
        server.post("/oauth2/device_authorization", Map.of("client_id", PLANNER));

    assertError(answer, 400, "unauthorized_client");
  }
}
