package dev.gatewright.sample;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Runs the bank where no authorization server is. */
@BankTest
class AuthorizationServerAbsentIT {
  private static final String ISSUER = "http://localhost:9000";

  @Autowired private Bank bank;
  @Autowired private People people;

  /** A port at which nobody listens. */
  @DynamicPropertySource
  static void leaveOut(DynamicPropertyRegistry properties) throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    String root = "http://127.0.0.1:" + free;
    properties.add(
        "gatewright.jwt.issuers.authorization-server.jwks-uri", () -> root + "/oauth2/jwks");
    properties.add("gatewright.introspection.uri", () -> root + "/oauth2/introspect");
  }

  private static void assertUndecided(HttpResponse<String> answer) {
    assertRefused(answer, 503);
    assertThat(header(answer, "Retry-After")).isNotEmpty();
  }

  private static String base64Url(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theBanksOwnTokensWork() {
    Person person = people.customer("1.00");
    String[] loggedIn = bank.loggedIn(person);

    assertThat(bank.get("/accounts", loggedIn).statusCode()).isEqualTo(200);
    assertThat(bank.get("/third-party/accounts", loggedIn).statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenOfTheAuthorizationServerCannotBeDecidedOn() {
    String token =
        base64Url("{\"alg\":\"ES256\",\"kid\":\"1\",\"typ\":\"at+jwt\"}")
            + "."
            + base64Url("{\"iss\":\"" + ISSUER + "\",\"sub\":\"alice\",\"aud\":\"bank-api\"}")
            + "."
            + base64Url("0".repeat(64));

    assertUndecided(bank.get("/third-party/accounts", "Authorization", "Bearer " + token));
  }

  @Test
  void norCanATokenWithoutContent() {
    assertUndecided(bank.get("/third-party/accounts", "Authorization", "Bearer made-up"));
  }

  @Test
  void whoHasNoTokenIsAskedForOne() {
    HttpResponse<String> answer = bank.get("/third-party/accounts");

    assertRefused(answer, 401);
    assertThat(header(answer, "WWW-Authenticate")).contains("Bearer realm=\"bank\"");
  }

  @Test
  void itsPagesSayHowToStartTheAuthorizationServer() {
    String command =
        "mvn -B -pl examples/authorization-server -am compile spring-boot:run@authorization-server";

    assertThat(bank.get("/").body()).contains(command);
    assertThat(bank.get("/third-party.html").body()).contains(command);
  }
}
