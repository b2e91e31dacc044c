package dev.gatewright.example.authorization;

import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Calls the server from pages of other origins. */
@AuthorizationServerTest
class BrowserClientsIT {
  private static final String ALLOWED = "Access-Control-Allow-Origin";
  private static final String METADATA = "/.well-known/oauth-authorization-server";

  @Autowired private AuthorizationServer server;

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:4711"})
  void aPageOfARegisteredClientReadsTheMetadata(String origin) {
    HttpResponse<String> answer = server.get(METADATA, "Origin", origin);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, ALLOWED)).isEqualTo(origin);
    assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
  }

  @Test
  void itReadsWhatTheTokenEndpointAnswers() {
    HttpResponse<String> answer =
        server.post(
            "/oauth2/token",
            Forms.encoded(Map.of("grant_type", "authorization_code", "client_id", "x")),
            "Origin",
            "http://localhost:8080");

    assertThat(header(answer, ALLOWED)).isEqualTo("http://localhost:8080");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8081",
        "https://localhost:8080",
        "http://evil.example",
        "http://127.0.0.1.evil.example:80",
        "null"
      })
  void aPageOfAnybodyElseReadsNothing(String origin) {
    for (String path : new String[] {METADATA, "/oauth2/jwks", "/oauth2/login", "/"}) {
      assertThat(header(server.get(path, "Origin", origin), ALLOWED)).as(path).isEmpty();
    }
  }

  @Test
  void noPageOfAnotherOriginReadsThePagesOfThisServer() {
    for (String path : new String[] {"/oauth2/login", "/oauth2/consent", "/oauth2/device"}) {
      assertThat(header(server.get(path, "Origin", "http://localhost:8080"), ALLOWED)).isEmpty();
    }
  }
}
