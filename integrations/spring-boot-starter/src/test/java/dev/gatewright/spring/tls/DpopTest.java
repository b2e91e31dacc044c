package dev.gatewright.spring.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** RFC 9449 over real TLS. */
class DpopTest {
  private static final TestAuthority CLIENTS = new TestAuthority("Clients");
  private static final KeyPair KEYS = TestAuthority.keys();
  private static final String TOKEN = BoundTokens.boundTo(KEYS);

  private static TlsServer server;
  private static HttpClient client;

  @BeforeAll
  static void start() {
    var properties = BoundTokens.properties();
    properties.put(
        "gatewright.mutual-tls.trusted-certificates[0]", TlsServer.pem(CLIENTS.certificate()));
    properties.put("gatewright.mutual-tls.name", "san-uri");
    properties.put("gatewright.mutual-tls.any-client", "true");
    server = new TlsServer(properties, CLIENTS);
    client = server.client(null);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> get(String authorization, String... proofs) throws Exception {
    String[] headers = new String[2 + proofs.length * 2];
    headers[0] = "Authorization";
    headers[1] = authorization;
    for (int i = 0; i < proofs.length; i++) {
      headers[2 + i * 2] = "DPoP";
      headers[3 + i * 2] = proofs[i];
    }
    return server.get(client, "/me", headers);
  }

  private static void assertRefused(HttpResponse<String> response, String error) {
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("DPoP realm=\"api\", algs=\"RS256 PS256 ES256 EdDSA\", error=\"" + error + "\"");
  }

  @Test
  void theHolderOfTheKeyIsAcceptedAndAProofIsUsedOnce() throws Exception {
    String proof = BoundTokens.proof(KEYS, TOKEN);
    HttpResponse<String> response = get("DPoP " + TOKEN, proof);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("DPOP alice");
    assertRefused(get("DPoP " + TOKEN, proof), "invalid_dpop_proof");
    assertThat(get("DPoP " + TOKEN, BoundTokens.proof(KEYS, TOKEN)).statusCode()).isEqualTo(200);
  }

  @Test
  void aProofOfAnotherKeyOrNoneIsRefused() throws Exception {
    assertRefused(
        get("DPoP " + TOKEN, BoundTokens.proof(TestAuthority.keys(), TOKEN)), "invalid_token");
    assertRefused(get("DPoP " + TOKEN), "invalid_dpop_proof");
    assertRefused(
        get("DPoP " + TOKEN, BoundTokens.proof(KEYS, TOKEN), BoundTokens.proof(KEYS, TOKEN)),
        "invalid_dpop_proof");
  }

  @Test
  void aProofForAnotherRequestIsRefused() throws Exception {
    Instant now = Instant.now();
    String uri = BoundTokens.ORIGIN + "/me";
    assertRefused(
        get("DPoP " + TOKEN, BoundTokens.proof(KEYS, "POST", uri, now, TOKEN)),
        "invalid_dpop_proof");
    assertRefused(
        get("DPoP " + TOKEN, BoundTokens.proof(KEYS, "GET", uri + "/other", now, TOKEN)),
        "invalid_dpop_proof");
    assertRefused(
        get("DPoP " + TOKEN, BoundTokens.proof(KEYS, "GET", "https://evil.example/me", now, TOKEN)),
        "invalid_dpop_proof");
    assertRefused(
        get("DPoP " + TOKEN, BoundTokens.proof(KEYS, BoundTokens.boundTo(KEYS) + "x")),
        "invalid_dpop_proof");
  }

  /** A filter puts it before the path for the application. */
  @Test
  void aPrefixThatTheSenderInventsIsNoPartOfThePath() throws Exception {
    String invented = BoundTokens.ORIGIN + "/other/me";
    assertRefused(
        server.get(
            client,
            "/me",
            "Authorization",
            "DPoP " + TOKEN,
            "X-Forwarded-Prefix",
            "/other",
            "DPoP",
            BoundTokens.proof(KEYS, "GET", invented, Instant.now(), TOKEN)),
        "invalid_dpop_proof");
    HttpResponse<String> response =
        server.get(
            client,
            "/me",
            "Authorization",
            "DPoP " + TOKEN,
            "X-Forwarded-Prefix",
            "/other",
            "DPoP",
            BoundTokens.proof(KEYS, TOKEN));
    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void aProofOfAnotherTimeIsRefused() throws Exception {
    String uri = BoundTokens.ORIGIN + "/me";
    for (Instant time :
        new Instant[] {Instant.now().minusSeconds(90), Instant.now().plusSeconds(60)}) {
      assertRefused(
          get("DPoP " + TOKEN, BoundTokens.proof(KEYS, "GET", uri, time, TOKEN)),
          "invalid_dpop_proof");
    }
  }

  @Test
  void aBoundTokenIsNoBearerTokenAndAnUnboundOneNoDpopToken() throws Exception {
    assertRefused(get("Bearer " + TOKEN), "invalid_token");
    assertRefused(get("Bearer " + TOKEN, BoundTokens.proof(KEYS, TOKEN)), "invalid_token");
    String unbound = BoundTokens.unbound();
    assertThat(get("Bearer " + unbound).body()).isEqualTo("BEARER alice");
    assertRefused(get("DPoP " + unbound, BoundTokens.proof(KEYS, unbound)), "invalid_token");
  }

  @Test
  void aProofIsForItsOwnMethodAndTheQueryIsNoPartOfIt() throws Exception {
    String uri = BoundTokens.ORIGIN + "/me";
    HttpResponse<String> post =
        server.send(
            client,
            HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.noBody()),
            "/me?verbose=true",
            "Authorization",
            "DPoP " + TOKEN,
            "DPoP",
            BoundTokens.proof(KEYS, "POST", uri, Instant.now(), TOKEN));
    assertThat(post.body()).isEqualTo("DPOP alice");
  }
}
