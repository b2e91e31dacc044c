package dev.gatewright.spring.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Client certificates over real TLS, and from a proxy that ended it. */
class MutualTlsTest {
  private static final TestAuthority CLIENTS = new TestAuthority("Clients");
  private static final TestAuthority OTHERS = new TestAuthority("Others");
  private static final TestAuthority.Identity LEDGER = CLIENTS.client("ledger");

  /** Every request comes from a stranger. */
  private static TlsServer direct;

  /** Every request comes from a trusted proxy. */
  private static TlsServer behindProxy;

  @BeforeAll
  static void start() {
    direct = server("10.0.0.0/8");
    behindProxy = server("127.0.0.1");
  }

  @AfterAll
  static void stop() {
    direct.close();
    behindProxy.close();
  }

  private static TlsServer server(String proxies) {
    Map<String, String> properties = BoundTokens.properties();
    properties.put("gatewright.transport.trusted-proxies", proxies);
    properties.put("gatewright.transport.client-certificate-header", "client-cert");
    properties.put(
        "gatewright.mutual-tls.trusted-certificates[0]", TlsServer.pem(CLIENTS.certificate()));
    properties.put("gatewright.mutual-tls.name", "san-uri");
    properties.put("gatewright.mutual-tls.clients[0].name", "spiffe://example.org/ledger");
    properties.put("gatewright.mutual-tls.clients[0].subject", "ledger");
    properties.put("gatewright.mutual-tls.clients[0].scopes", "ledger:read");
    return new TlsServer(properties, CLIENTS, OTHERS);
  }

  private static String header(TestAuthority.Identity identity) throws Exception {
    return ":" + Base64.getEncoder().encodeToString(identity.certificate().getEncoded()) + ":";
  }

  private static void assertRefused(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(
            challenge -> assertThat(challenge).startsWith("ClientCertificate realm=\"api\""));
  }

  @Test
  void aKnownClientsCertificateIsAccepted() throws Exception {
    HttpResponse<String> response = direct.get(direct.client(LEDGER), "/machine");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("MUTUAL_TLS ledger");
  }

  @Test
  void whoeverShowsNoCertificateIsAskedForOne() throws Exception {
    assertRefused(direct.get(direct.client(null), "/machine"));
  }

  @Test
  void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
    assertRefused(direct.get(direct.client(OTHERS.client("ledger")), "/machine"));
  }

  @Test
  void aClientThatNobodyKnowsIsRefused() throws Exception {
    assertRefused(direct.get(direct.client(CLIENTS.client("mallory")), "/machine"));
  }

  @Test
  void anExpiredCertificateDoesNotGetThroughTlsAndIsRefusedWhereAProxyLetItThrough()
      throws Exception {
    TestAuthority.Identity expired = CLIENTS.client("ledger", Instant.now().minusSeconds(60));
    assertThatThrownBy(() -> direct.get(direct.client(expired), "/machine"))
        .isInstanceOf(IOException.class);
    assertRefused(
        behindProxy.get(behindProxy.client(null), "/machine", "Client-Cert", header(expired)));
  }

  @Test
  void aTokenCountsRatherThanTheCertificateOfTheConnection() throws Exception {
    HttpResponse<String> response =
        direct.get(
            direct.client(LEDGER), "/me", "Authorization", "Bearer " + BoundTokens.unbound());
    assertThat(response.body()).isEqualTo("BEARER alice");
    assertThat(
            direct
                .get(
                    direct.client(LEDGER),
                    "/machine",
                    "Authorization",
                    "Bearer " + BoundTokens.unbound())
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void aBoundTokenNeedsItsCertificate() throws Exception {
    String bearer = "Bearer " + BoundTokens.boundTo(LEDGER.certificate());
    HttpClient holder = direct.client(LEDGER);
    assertThat(direct.get(holder, "/me", "Authorization", bearer).body()).isEqualTo("BEARER alice");
    for (HttpClient thief :
        new HttpClient[] {direct.client(null), direct.client(CLIENTS.client("ledger"))}) {
      HttpResponse<String> refused = direct.get(thief, "/me", "Authorization", bearer);
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
          .contains("error=\"invalid_token\"");
    }
  }

  @Test
  void aTrustedProxyHandsOnItsClientsCertificate() throws Exception {
    HttpClient proxy = behindProxy.client(null);
    assertThat(behindProxy.get(proxy, "/machine", "Client-Cert", header(LEDGER)).body())
        .isEqualTo("MUTUAL_TLS ledger");
    assertThat(
            behindProxy
                .get(
                    proxy,
                    "/me",
                    "Client-Cert",
                    header(LEDGER),
                    "Authorization",
                    "Bearer " + BoundTokens.boundTo(LEDGER.certificate()))
                .body())
        .isEqualTo("BEARER alice");
  }

  @Test
  void aProxysOwnCertificateIsNotItsClients() throws Exception {
    assertRefused(behindProxy.get(behindProxy.client(LEDGER), "/machine"));
  }

  @Test
  void aHeaderOfAProxyThatHoldsNoCertificateIsRefused() throws Exception {
    HttpClient proxy = behindProxy.client(null);
    assertRefused(behindProxy.get(proxy, "/machine", "Client-Cert", ":AAAA:"));
    assertRefused(
        behindProxy.get(
            proxy, "/machine", "Client-Cert", header(LEDGER), "Client-Cert", header(LEDGER)));
  }

  @Test
  void aStrangersHeaderIsAsIfAbsent() throws Exception {
    HttpClient stranger = direct.client(null);
    assertRefused(direct.get(stranger, "/machine", "Client-Cert", header(LEDGER)));
    assertThat(
            direct
                .get(
                    stranger,
                    "/me",
                    "Client-Cert",
                    header(LEDGER),
                    "Authorization",
                    "Bearer " + BoundTokens.boundTo(LEDGER.certificate()))
                .statusCode())
        .isEqualTo(401);
    assertThat(direct.get(direct.client(LEDGER), "/machine", "Client-Cert", "junk").body())
        .isEqualTo("MUTUAL_TLS ledger");
  }
}
