package dev.gatewright.example.authorization;

import static dev.gatewright.example.authorization.AuthorizationServer.DISPLAY;
import static dev.gatewright.example.authorization.AuthorizationServer.PLANNER;
import static dev.gatewright.example.authorization.AuthorizationServer.accessToken;
import static dev.gatewright.example.authorization.AuthorizationServer.assertError;
import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.example.authorization.token.SigningKeys;
import dev.gatewright.sample.shared.Person;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Uses the authorization server's tokens at the bank's endpoints, from end to end. */
@AuthorizationServerTest
class ThirdPartyIT {
  private static final Connection CONNECTION = new Connection();
  private static final int BANK_PORT = BankProcess.freePort();
  private static final BankProcess BANK = BankProcess.start(BANK_PORT, CONNECTION);
  private static final String ACCOUNTS = "/third-party/accounts";
  private static final int PROGRAMS = 4;
  private static final int CALLS = 50;

  @Autowired private AuthorizationServer server;
  @Autowired private People people;
  @Autowired private SigningKeys keys;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) {
    properties.add(
        "authorization-server.revocation-uris",
        () -> "http://127.0.0.1:" + BANK_PORT + "/third-party/revocations");
  }

  @BeforeEach
  void connect() {
    CONNECTION.leadTo(port);
  }

  private HttpResponse<String> call(String path, Object token) {
    return BANK.get(path, "Authorization", "Bearer " + token);
  }

  private Person customer(String balance) {
    return BANK.openAccount(people.customer(), balance);
  }

  @Test
  void aProgramSeesTheAccountsOfTheCustomerWhoAllowedItAndNoOthers() {
    Person person = customer("12.34");
    customer("99.99");

    HttpResponse<String> answer = call(ACCOUNTS, server.plannerToken(person));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("[{\"id\":\"" + person.account() + "\",\"balance\":12.34}]");
  }

  @Test
  void withoutATokenNothingIsSeen() {
    HttpResponse<String> answer = BANK.get(ACCOUNTS);

    assertRefused(answer, 401);
    assertThat(header(answer, "WWW-Authenticate"))
        .contains("Bearer realm=\"bank\"")
        .contains("DPoP realm=\"bank\"");
  }

  @Test
  void aTokenForSomethingElseIsToldWhatItLacks() {
    String token =
        accessToken(
            server.postAs(
                "other-bank",
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "scope", "settlements:read")));

    HttpResponse<String> answer = call(ACCOUNTS, token);

    assertRefused(answer, 403);
    assertThat(header(answer, "WWW-Authenticate"))
        .contains("error=\"insufficient_scope\"")
        .contains("scope=\"accounts:read\"");
  }

  @Test
  void aProgramIsNoCustomerWhateverItMaySeeOfOne() {
    String token = server.plannerToken(customer("1.00"));

    assertRefused(call("/accounts", token), 403);
  }

  @Test
  void anIdTokenIsNoAccessToken() {
    Map<String, Object> tokens = server.assistantTokens(customer("1.00"));

    assertRefused(call(ACCOUNTS, tokens.get("id_token")), 401);
    assertThat(call("/secure-data", tokens.get("access_token")).statusCode()).isEqualTo(200);
  }

  @Test
  void aRefreshTokenIsNoAccessToken() {
    Map<String, Object> tokens = server.assistantTokens(customer("1.00"));

    assertRefused(call(ACCOUNTS, tokens.get("refresh_token")), 401);
  }

  @Test
  void aRevokedTokenIsRefusedOnTheNextRequestThoughItsSignatureIsGood() {
    String token = server.plannerToken(customer("1.00"));
    assertThat(call(ACCOUNTS, token).statusCode()).isEqualTo(200);

    server.post("/oauth2/revoke", Map.of("client_id", PLANNER, "token", token));

    assertRefused(call(ACCOUNTS, token), 401);
  }

  @Test
  void whenARefreshTokenComesBackAllAccessTokensOfItsFamilyAreRefused() {
    Map<String, Object> first = server.assistantTokens(customer("1.00"));
    String stolen = String.valueOf(first.get("refresh_token"));
    Map<String, Object> second = Json.object(server.refresh(stolen).body());
    assertThat(call("/secure-data", first.get("access_token")).statusCode()).isEqualTo(200);
    assertThat(call("/secure-data", second.get("access_token")).statusCode()).isEqualTo(200);

    assertError(server.refresh(stolen), 400, "invalid_grant");

    assertRefused(call("/secure-data", first.get("access_token")), 401);
    assertRefused(call("/secure-data", second.get("access_token")), 401);
  }

  @Test
  void aTokenThatSaysNothingIsIntrospected() {
    Person person = customer("56.78");
    Map<String, Object> tokens = server.displayTokens(person);

    HttpResponse<String> answer = call(ACCOUNTS, tokens.get("access_token"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("[{\"id\":\"" + person.account() + "\",\"balance\":56.78}]");
  }

  @Test
  void aRevokedTokenThatSaysNothingIsRefusedOnTheNextRequestThoughItWasJustIntrospected() {
    Map<String, Object> tokens = server.displayTokens(customer("1.00"));
    String token = String.valueOf(tokens.get("access_token"));
    assertThat(call("/secure-data", token).statusCode()).isEqualTo(200);

    server.post("/oauth2/revoke", Map.of("client_id", DISPLAY, "token", token));

    assertRefused(call("/secure-data", token), 401);
  }

  @Test
  void aRefreshTokenThatIsIntrospectedIsNoAccessToken() {
    Map<String, Object> tokens = server.displayTokens(customer("1.00"));

    assertRefused(call("/secure-data", tokens.get("refresh_token")), 401);
  }

  @Test
  void aTextThatSomebodyMadeUpIsNoToken() {
    assertRefused(call("/secure-data", "made-up-by-somebody"), 401);
  }

  @Test
  void aProgramIsLimitedWhoeverItsCustomersAre() {
    Object one = server.assistantTokens(customer("1.00")).get("access_token");
    Object other = server.assistantTokens(customer("1.00")).get("access_token");
    HttpResponse<String> answer = call(ACCOUNTS, other);
    int granted = 0;
    // A permit comes back each second.
    while (answer.statusCode() == 200 && granted < 180) {
      granted++;
      answer = call(ACCOUNTS, granted % 2 == 0 ? one : other);
    }

    assertRefused(answer, 429);
    assertThat(granted).isGreaterThanOrEqualTo(60);
    assertThat(call(ACCOUNTS, server.plannerToken(customer("1.00"))).statusCode()).isEqualTo(200);
  }

  @Test
  void aCodeThatComesBackWithdrawsTheTokenItGave() {
    String code =
        server.code(customer("1.00"), PLANNER, AuthorizationServer.PLANNER_PAGE, "accounts:read");
    Map<String, String> exchange =
        AuthorizationServer.exchange(PLANNER, AuthorizationServer.PLANNER_PAGE, code);
    String token = accessToken(server.post("/oauth2/token", exchange));
    assertThat(call("/secure-data", token).statusCode()).isEqualTo(200);

    assertError(server.post("/oauth2/token", exchange), 400, "invalid_grant");

    assertRefused(call("/secure-data", token), 401);
  }

  @Test
  void keysRotateUnderLoadWithoutOneFalseRefusal() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(PROGRAMS + 1);
    List<Callable<List<Integer>>> programs = new ArrayList<>();
    for (int i = 0; i < PROGRAMS; i++) {
      Person person = customer("1.00");
      programs.add(() -> callsOf(person));
    }
    programs.add(
        () -> {
          for (int i = 0; i < 4; i++) {
            keys.rotate();
            Thread.sleep(50);
          }
          return List.of();
        });
    List<Integer> statuses = new ArrayList<>();
    try {
      for (Future<List<Integer>> answers : threads.invokeAll(programs)) {
        statuses.addAll(answers.get());
      }
    } finally {
      threads.shutdown();
    }

    assertThat(statuses).hasSize(PROGRAMS * CALLS).containsOnly(200);
  }

  private List<Integer> callsOf(Person person) {
    List<Integer> statuses = new ArrayList<>();
    String token = "";
    for (int i = 0; i < CALLS; i++) {
      if (i % 10 == 0) {
        token = server.plannerToken(person);
      }
      statuses.add(call("/secure-data", token).statusCode());
    }
    return statuses;
  }

  @Test
  void madeUpKeyIdsDoNotMakeTheGateAskTheServerAgainAndAgain() throws Exception {
    String token = server.plannerToken(customer("1.00"));
    assertThat(call("/secure-data", token).statusCode()).isEqualTo(200);
    int before = CONNECTION.requests();
    long start = System.nanoTime();
    List<Callable<Integer>> strangers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String madeUp = withKeyId(token, "made-up-" + i);
      strangers.add(() -> call("/secure-data", madeUp).statusCode());
    }
    ExecutorService threads = Executors.newFixedThreadPool(strangers.size());
    List<Integer> statuses = new ArrayList<>();
    try {
      for (Future<Integer> status : threads.invokeAll(strangers)) {
        statuses.add(status.get());
      }
    } finally {
      threads.shutdown();
    }

    assertThat(statuses).containsOnly(401);
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    assertThat(CONNECTION.requests() - before).isLessThanOrEqualTo(2 + (int) seconds);
  }

  private static String withKeyId(String token, String keyId) {
    String[] parts = token.split("\\.", -1);
    String header = "{\"kid\":\"" + keyId + "\",\"typ\":\"at+jwt\",\"alg\":\"ES256\"}";
    return Json.base64Url(header) + "." + parts[1] + "." + parts[2];
  }
}
