package dev.gatewright.sample.oauth;

import static dev.gatewright.sample.Answers.header;
import static dev.gatewright.sample.oauth.AuthorizationServer.PLANNER;
import static dev.gatewright.sample.oauth.AuthorizationServer.exchange;
import static dev.gatewright.sample.oauth.AuthorizationServer.path;
import static dev.gatewright.sample.oauth.AuthorizationServer.request;
import static dev.gatewright.sample.oauth.AuthorizationServer.toldBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.People;
import dev.gatewright.sample.Person;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** As it is run: HTTPS only, without a proxy, under the address that it is known by. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
    properties = {
      "gatewright.transport.https=required",
      "server.servlet.session.cookie.secure=true"
    })
class TlsIT {
  private static final TlsServer SERVER = new TlsServer();
  private static final HttpClient HTTPS =
      HttpClient.newBuilder().sslContext(SERVER.trusting()).build();
  private static final ProviderConnection CONNECTION = new ProviderConnection(HTTPS);
  private static final String PAGE = SERVER.root() + "/third-party.html";

  @Autowired private People people;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) {
    SERVER.configure(properties);
    properties.add("bank.oauth.issuer", SERVER::root);
    properties.add("bank.oauth.clients.savings-planner.redirect-uris", () -> PAGE);
    properties.add(
        "gatewright.jwt.issuers.oauth.jwks-uri", () -> CONNECTION.root() + "/oauth2/jwks");
  }

  @BeforeEach
  void connect() {
    CONNECTION.leadTo(SERVER.root());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTPS.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(SERVER.root() + path));
  }

  private static HttpResponse<String> post(String path, Map<String, String> fields)
      throws Exception {
    return send(
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(Forms.encoded(fields))));
  }

  private static HttpResponse<String> accounts(String token) throws Exception {
    return send(to("/third-party/accounts").header("Authorization", "Bearer " + token).GET());
  }

  @Test
  void aProgramIsAllowedUsesItsTokenAndLosesIt() throws Exception {
    Person person = people.customer("3.21");
    Browser browser = new Browser(HTTPS, SERVER.root(), SERVER.root(), "");
    HttpResponse<String> logIn = browser.open(path(request(PLANNER, PAGE, "accounts:read")));
    assertThat(header(logIn, "Strict-Transport-Security")).startsWith("max-age=31536000");
    HttpResponse<String> allowed = browser.allow(browser.logIn(logIn, person));
    String code = toldBy(allowed, PAGE).get("code");

    String token =
        AuthorizationServer.accessToken(post("/oauth2/token", exchange(PLANNER, PAGE, code)));
    assertThat(Json.claims(token)).containsEntry("iss", SERVER.root());
    HttpResponse<String> answer = accounts(token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains(person.account().toString()).contains("3.21");

    post("/oauth2/revoke", Map.of("client_id", PLANNER, "token", token));
    assertThat(accounts(token).statusCode()).isEqualTo(401);
  }

  @Test
  void theSessionIsForHttpsOnly() throws Exception {
    assertThat(header(send(to("/oauth2/login").GET()), "Set-Cookie"))
        .contains("Secure")
        .contains("HttpOnly")
        .contains("SameSite=Lax");
  }

  @Test
  void whatARequestSaysTheHostIsCalledIsNotRepeated() throws Exception {
    HttpResponse<String> answer =
        send(
            to(path(request(PLANNER, PAGE, "accounts:read")))
                .header("Accept", "text/html")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example")
                .GET());

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "Location")).isEqualTo("/oauth2/login");
  }
}
