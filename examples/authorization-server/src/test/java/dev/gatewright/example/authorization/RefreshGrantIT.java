package dev.gatewright.example.authorization;

import static dev.gatewright.example.authorization.AuthorizationServer.ASSISTANT;
import static dev.gatewright.example.authorization.AuthorizationServer.DISPLAY;
import static dev.gatewright.example.authorization.AuthorizationServer.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.Person;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AuthorizationServerTest
class RefreshGrantIT {
  private static final int AT_ONCE = 6;

  @Autowired private AuthorizationServer server;
  @Autowired private People people;

  private static String text(Map<String, Object> answer, String name) {
    return String.valueOf(answer.get(name));
  }

  private Map<String, Object> refreshed(String refreshToken) {
    HttpResponse<String> answer = server.refresh(refreshToken);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.object(answer.body());
  }

  @Test
  void aRefreshTokenIsReplacedEachTime() {
    Person person = people.customer();
    Map<String, Object> first = server.assistantTokens(person);

    Map<String, Object> second = refreshed(text(first, "refresh_token"));
    Map<String, Object> third = refreshed(text(second, "refresh_token"));

    assertThat(text(third, "refresh_token"))
        .isNotEqualTo(text(second, "refresh_token"))
        .isNotEqualTo(text(first, "refresh_token"));
    assertThat(Json.claims(text(third, "access_token")))
        .containsEntry("sub", person.username())
        .containsEntry("amr", List.of("pwd"))
        .containsEntry("auth_time", Json.claims(text(first, "access_token")).get("auth_time"));
  }

  @Test
  void aRefreshTokenThatComesBackEndsEverythingThatCameOfIt() {
    Map<String, Object> first = server.assistantTokens(people.customer());
    Map<String, Object> second = refreshed(text(first, "refresh_token"));
    Map<String, Object> third = refreshed(text(second, "refresh_token"));
    assertThat(server.introspect(text(third, "access_token"))).containsEntry("active", true);

    assertError(server.refresh(text(first, "refresh_token")), 400, "invalid_grant");

    assertError(server.refresh(text(third, "refresh_token")), 400, "invalid_grant");
    assertThat(server.introspect(text(third, "access_token"))).containsEntry("active", false);
    assertThat(server.introspect(text(third, "refresh_token"))).containsEntry("active", false);
  }

  @Test
  void theReuseOfOneRefreshTokenEndsNobodyElses() {
    Map<String, Object> first = server.assistantTokens(people.customer());
    Map<String, Object> other = server.assistantTokens(people.customer());
    refreshed(text(first, "refresh_token"));

    assertError(server.refresh(text(first, "refresh_token")), 400, "invalid_grant");

    refreshed(text(other, "refresh_token"));
  }

  @Test
  void ofManyThatUseOneRefreshTokenAtOnceAtMostOneSucceedsAndThenAllIsEnded() throws Exception {
    Map<String, Object> first = server.assistantTokens(people.customer());
    String token = text(first, "refresh_token");
    List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      calls.add(() -> server.refresh(token));
    }
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    List<HttpResponse<String>> answers = new ArrayList<>();
    try {
      for (Future<HttpResponse<String>> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    } finally {
      threads.shutdown();
    }

    List<HttpResponse<String>> successes =
        answers.stream().filter(answer -> answer.statusCode() == 200).toList();
    assertThat(successes).hasSizeLessThanOrEqualTo(1);
    for (HttpResponse<String> success : successes) {
      assertError(
          server.refresh(text(Json.object(success.body()), "refresh_token")), 400, "invalid_grant");
    }
  }

  @Test
  void aRefreshTokenIsWorthNothingToAnotherClient() {
    Map<String, Object> tokens = server.assistantTokens(people.customer());

    HttpResponse<String> answer =
        server.post(
            "/oauth2/token",
            Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                DISPLAY,
                "refresh_token",
                text(tokens, "refresh_token")));

    assertError(answer, 400, "invalid_grant");
  }

  @Test
  void aClientWithASecretCannotRefreshWithoutIt() {
    Map<String, Object> tokens = server.assistantTokens(people.customer());

    HttpResponse<String> answer =
        server.post(
            "/oauth2/token",
            Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                ASSISTANT,
                "refresh_token",
                text(tokens, "refresh_token")));

    assertError(answer, 401, "invalid_client");
  }

  @Test
  void aRefreshCannotWidenWhatWasAllowed() {
    Map<String, Object> tokens = server.assistantTokens(people.customer());

    HttpResponse<String> answer =
        server.postAs(
            ASSISTANT,
            "/oauth2/token",
            Map.of(
                "grant_type",
                "refresh_token",
                "scope",
                "accounts:read transfers:write",
                "refresh_token",
                text(tokens, "refresh_token")));

    assertError(answer, 400, "invalid_scope");
  }
}
