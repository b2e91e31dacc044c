package dev.gatewright.example.authorization;

import static dev.gatewright.sample.shared.Answers.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.example.authorization.login.OneTimeCode;
import dev.gatewright.sample.shared.MovableClock;
import dev.gatewright.sample.shared.Person;
import dev.gatewright.sample.shared.Requests;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Calls the authorization server as its clients do: over HTTP, and nothing else. */
@Component
@Lazy
public class AuthorizationServer extends Requests {
  static final String PLANNER = "savings-planner";
  static final String PLANNER_PAGE = "http://localhost:8080/third-party.html";
  static final String ASSISTANT = "tax-assistant";
  static final String ASSISTANT_PAGE = "http://127.0.0.1:9191/tax-assistant";
  static final String DISPLAY = "kitchen-display";
  static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

  /** Of section 4 and appendix B of RFC 7636, or made up by a test. */
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private final Map<String, String> secrets;
  private final MovableClock clock;
  private final String issuer;

  AuthorizationServer(
      Environment environment,
      MovableClock clock,
      @Value("${authorization-server.issuer}") String issuer) {
    super("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    this.clock = clock;
    this.issuer = issuer;
    this.secrets =
        Map.of(
            ASSISTANT,
            "t2vt11UWIQ5E1m8erXOl9As5CjQvm9HSVsbcfzAFQmg",
            "other-bank",
            "OG29htmXJ4psSLZa_y_XvgK-neDCLvOnZvBGivP-dQk",
            "bank",
            "S5D78GEJB2vW0BIIRihzosSwnfKT3c_kI6muQXi3Wgs");
  }

  /** Returns the code that somebody's authenticator app shows. */
  String codeOf(Person person) {
    return OneTimeCode.at(OneTimeCode.step(clock.instant()), person.oneTimeCodeSecret());
  }

  String issuer() {
    return issuer;
  }

  /** Returns a browser at an address that nobody called from yet. */
  Browser newBrowser() {
    return new Browser(root(), issuer, newAddress());
  }

  /** Returns an authorization request with everything in it. */
  static Map<String, String> request(String client, String redirectUri, String scope) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("response_type", "code");
    request.put("client_id", client);
    request.put("redirect_uri", redirectUri);
    request.put("scope", scope);
    request.put("state", "af0ifjsldkj");
    request.put("code_challenge", challenge(VERIFIER));
    request.put("code_challenge_method", "S256");
    return request;
  }

  static String path(Map<String, String> request) {
    return "/oauth2/authorize?" + Forms.encoded(request);
  }

  static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the parameters of the redirect that ends an authorization request. */
  static Map<String, String> toldBy(HttpResponse<String> redirect, String redirectUri) {
    assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(302);
    assertThat(header(redirect, "Location")).startsWith(redirectUri + "?");
    return Forms.query(header(redirect, "Location"));
  }

  /** Returns the code for somebody who logs in and consents. */
  String code(Person person, Map<String, String> request) {
    Browser browser = newBrowser();
    HttpResponse<String> consent = browser.logIn(browser.open(path(request)), person);
    Map<String, String> told =
        toldBy(browser.allow(consent), String.valueOf(request.get("redirect_uri")));
    assertThat(told).containsEntry("state", "af0ifjsldkj").containsKey("code");
    return told.get("code");
  }

  String code(Person person, String client, String redirectUri, String scope) {
    return code(person, request(client, redirectUri, scope));
  }

  /** Returns the token request for a code. */
  static Map<String, String> exchange(String client, String redirectUri, String code) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "authorization_code");
    fields.put("client_id", client);
    fields.put("redirect_uri", redirectUri);
    fields.put("code", code);
    fields.put("code_verifier", VERIFIER);
    return fields;
  }

  /** Returns an access token of the client in the browser. */
  String plannerToken(Person person) {
    String code = code(person, PLANNER, PLANNER_PAGE, "accounts:read");
    return accessToken(post("/oauth2/token", exchange(PLANNER, PLANNER_PAGE, code)));
  }

  /** Returns the tokens of the web application with a server of its own. */
  Map<String, Object> assistantTokens(Person person) {
    String code = code(person, ASSISTANT, ASSISTANT_PAGE, "openid accounts:read");
    HttpResponse<String> answer =
        postAs(ASSISTANT, "/oauth2/token", exchange(ASSISTANT, ASSISTANT_PAGE, code));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.object(answer.body());
  }

  /**
   * Returns the tokens of a device whose code a customer has entered; the access token is opaque.
   */
  Map<String, Object> displayTokens(Person person) {
    Map<String, Object> device =
        Json.object(
            post(
                    "/oauth2/device_authorization",
                    Map.of("client_id", DISPLAY, "scope", "accounts:read"))
                .body());
    Browser browser = newBrowser();
    HttpResponse<String> page = browser.logIn(browser.open("/oauth2/device"), person);
    browser.allow(
        browser.submit(page, 0, Map.of("user_code", String.valueOf(device.get("user_code")))));
    HttpResponse<String> answer =
        post(
            "/oauth2/token",
            Map.of(
                "grant_type",
                DEVICE_CODE,
                "client_id",
                DISPLAY,
                "device_code",
                String.valueOf(device.get("device_code"))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.object(answer.body());
  }

  HttpResponse<String> refresh(String refreshToken) {
    return postAs(
        ASSISTANT,
        "/oauth2/token",
        Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  /** Returns the answer about a token to a resource server. */
  Map<String, Object> introspect(String token) {
    HttpResponse<String> answer = postAs("bank", "/oauth2/introspect", Map.of("token", token));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.object(answer.body());
  }

  /** Posts as a public client, or as nobody. */
  HttpResponse<String> post(String path, Map<String, String> fields) {
    return post(
        path, "application/x-www-form-urlencoded", BodyPublishers.ofString(Forms.encoded(fields)));
  }

  /** Posts as a client that has a secret. */
  HttpResponse<String> postAs(String client, String path, Map<String, String> fields) {
    return postWith(client, String.valueOf(secrets.get(client)), path, fields);
  }

  HttpResponse<String> postWith(
      String client, String secret, String path, Map<String, String> fields) {
    return post(
        path,
        "application/x-www-form-urlencoded",
        BodyPublishers.ofString(Forms.encoded(fields)),
        "Authorization",
        basic(client, secret));
  }

  static String basic(String client, String secret) {
    return "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(UTF_8));
  }

  static String accessToken(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return String.valueOf(Json.object(answer.body()).get("access_token"));
  }

  /** Asserts an error of the token endpoint (RFC 6749, section 5.2). */
  static void assertError(HttpResponse<String> answer, int status, String error) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(Json.object(answer.body())).containsEntry("error", error);
  }
}
