package dev.gatewright.example.authorization;

import static dev.gatewright.example.authorization.AuthorizationServer.ASSISTANT;
import static dev.gatewright.example.authorization.AuthorizationServer.ASSISTANT_PAGE;
import static dev.gatewright.example.authorization.AuthorizationServer.assertError;
import static dev.gatewright.example.authorization.AuthorizationServer.basic;
import static dev.gatewright.example.authorization.AuthorizationServer.exchange;
import static dev.gatewright.example.authorization.AuthorizationServer.path;
import static dev.gatewright.example.authorization.AuthorizationServer.request;
import static dev.gatewright.example.authorization.AuthorizationServer.toldBy;
import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.Person;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens that are bound to a client's key (RFC 9449), from the token endpoint to the gate. */
class DpopIT extends TlsApplications {
  private static final String ACCOUNTS = "/third-party/accounts";

  private final ProofKey key = new ProofKey();

  private static HttpResponse<String> accounts(String... headers) throws Exception {
    return send(toBank(ACCOUNTS, headers));
  }

  private String proof(ProofKey maker, String token) {
    return maker.proof("GET", BANK_ROOT + ACCOUNTS, token);
  }

  private String tokenProof() {
    return key.proof("POST", SERVER.root() + "/oauth2/token");
  }

  private Map<String, Object> tokens(Person person) throws Exception {
    HttpResponse<String> answer =
        send(form("/oauth2/token", allowed(person), "DPoP", tokenProof()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.object(answer.body());
  }

  private String token(Person person) throws Exception {
    return String.valueOf(tokens(person).get("access_token"));
  }

  private static void assertRefusedFor(String error, HttpResponse<String> answer) {
    assertRefused(answer, 401);
    assertThat(header(answer, "WWW-Authenticate"))
        .contains("DPoP realm=\"bank\"")
        .contains("error=\"" + error + "\"");
  }

  @Test
  void whoeverHasTheKeyUsesTheTokenAndEachProofOnce() throws Exception {
    Person person = customer("7.65");
    Map<String, Object> issued = tokens(person);
    String token = String.valueOf(issued.get("access_token"));
    assertThat(issued).containsEntry("token_type", "DPoP");
    assertThat(Json.claims(token)).containsEntry("cnf", Map.of("jkt", key.thumbprint()));

    String proof = proof(key, token);
    HttpResponse<String> answer = accounts("Authorization", "DPoP " + token, "DPoP", proof);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains(person.account().toString()).contains("7.65");

    assertRefusedFor(
        "invalid_dpop_proof", accounts("Authorization", "DPoP " + token, "DPoP", proof));
    assertThat(accounts("Authorization", "DPoP " + token, "DPoP", proof(key, token)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aStolenTokenOpensNothingWithoutTheKey() throws Exception {
    String token = token(customer("1.00"));

    assertRefusedFor("invalid_token", accounts("Authorization", "Bearer " + token));
    assertRefusedFor(
        "invalid_token", accounts("Authorization", "Bearer " + token, "DPoP", proof(key, token)));
    assertRefusedFor("invalid_dpop_proof", accounts("Authorization", "DPoP " + token));
    assertRefusedFor(
        "invalid_token",
        accounts("Authorization", "DPoP " + token, "DPoP", proof(new ProofKey(), token)));
  }

  @Test
  void aProofForAnotherRequestOrTokenOpensNothing() throws Exception {
    Person person = customer("1.00");
    String token = token(person);
    String uri = BANK_ROOT + ACCOUNTS;

    for (String proof :
        new String[] {
          key.proof("POST", uri, token),
          key.proof("GET", BANK_ROOT + "/secure-data", token),
          key.proof("GET", "https://evil.example" + ACCOUNTS, token),
          key.proof("GET", uri, token(person)),
          key.proof("GET", uri)
        }) {
      assertRefusedFor(
          "invalid_dpop_proof", accounts("Authorization", "DPoP " + token, "DPoP", proof));
    }
  }

  @Test
  void whatWasBoundToAKeyIsNotRefreshedWithoutOneNorTakenForUserInformation() throws Exception {
    Browser browser = new Browser(HTTPS, SERVER.root(), SERVER.root(), "");
    HttpResponse<String> logIn =
        browser.open(path(request(ASSISTANT, ASSISTANT_PAGE, "openid accounts:read")));
    HttpResponse<String> allowed = browser.allow(browser.logIn(logIn, customer("1.00")));
    String code = toldBy(allowed, ASSISTANT_PAGE).get("code");
    HttpResponse<String> first =
        asAssistant(exchange(ASSISTANT, ASSISTANT_PAGE, code), "DPoP", tokenProof());
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    Map<String, Object> issued = Json.object(first.body());
    assertThat(issued).containsEntry("token_type", "DPoP");

    HttpResponse<String> information =
        send(toServer("/oauth2/userinfo", "Authorization", "Bearer " + issued.get("access_token")));
    assertThat(information.statusCode()).isEqualTo(401);

    Map<String, String> refresh =
        Map.of(
            "grant_type",
            "refresh_token",
            "refresh_token",
            String.valueOf(issued.get("refresh_token")));
    assertError(asAssistant(refresh), 400, "invalid_dpop_proof");
    HttpResponse<String> second = asAssistant(refresh, "DPoP", tokenProof());
    assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
    assertThat(Json.object(second.body())).containsEntry("token_type", "DPoP");
  }

  private static HttpResponse<String> asAssistant(Map<String, String> fields, String... headers)
      throws Exception {
    return send(
        form("/oauth2/token", fields, headers)
            .header(
                "Authorization", basic(ASSISTANT, "t2vt11UWIQ5E1m8erXOl9As5CjQvm9HSVsbcfzAFQmg")));
  }
}
