package dev.gatewright.sample.oauth;

import static dev.gatewright.sample.oauth.AuthorizationServer.PLANNER;
import static dev.gatewright.sample.oauth.AuthorizationServer.exchange;
import static dev.gatewright.sample.oauth.AuthorizationServer.path;
import static dev.gatewright.sample.oauth.AuthorizationServer.request;
import static dev.gatewright.sample.oauth.AuthorizationServer.toldBy;

import dev.gatewright.sample.People;
import dev.gatewright.sample.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The bank as it is run: HTTPS only, without a proxy, under the address that it is known by, and
 * with partners that have certificates. One bank for all tests that extend this.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
    properties = {
      "gatewright.transport.https=required",
      "server.servlet.session.cookie.secure=true",
      "server.ssl.client-auth=want",
      "gatewright.mutual-tls.name=san-dns",
      "gatewright.mutual-tls.clients[0].name=clearing.example",
      "gatewright.mutual-tls.clients[0].subject=clearing-house",
      "gatewright.mutual-tls.clients[0].scopes=clearing:read",
      "bank.oauth.clients.clearing-house.name=The Clearing House",
      "bank.oauth.clients.clearing-house.certificate-subject=CN=clearing.example",
      "bank.oauth.clients.clearing-house.grants=client-credentials",
      "bank.oauth.clients.clearing-house.scopes=settlements:read"
    })
abstract class TlsBank {
  static final TlsServer SERVER = new TlsServer();
  static final CertificateAuthority PARTNERS = new CertificateAuthority("Partners");

  /** Shows no certificate. */
  static final HttpClient HTTPS = client();

  static final String PAGE = SERVER.root() + "/third-party.html";

  private static final ProviderConnection CONNECTION = new ProviderConnection(HTTPS);

  @Autowired People people;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) {
    SERVER.configure(properties);
    properties.add("server.ssl.trust-certificate", PARTNERS::pem);
    properties.add("gatewright.mutual-tls.trusted-certificates", PARTNERS::pem);
    properties.add("bank.oauth.issuer", SERVER::root);
    properties.add("bank.oauth.clients.savings-planner.redirect-uris", () -> PAGE);
    properties.add(
        "gatewright.jwt.issuers.oauth.jwks-uri", () -> CONNECTION.root() + "/oauth2/jwks");
  }

  @BeforeEach
  void connect() {
    CONNECTION.leadTo(SERVER.root());
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().sslContext(SERVER.trusting()).build();
  }

  /** A client that shows this certificate. */
  static HttpClient client(CertificateAuthority.Identity identity) {
    return HttpClient.newBuilder().sslContext(SERVER.trusting(identity.keyManagers())).build();
  }

  static HttpRequest.Builder to(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(SERVER.root() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return send(HTTPS, request);
  }

  static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  static HttpRequest.Builder form(String path, Map<String, String> fields, String... headers) {
    return to(path, headers)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(Forms.encoded(fields)));
  }

  /** What the client in the browser exchanges for tokens, once somebody has allowed it. */
  static Map<String, String> allowed(Person person) {
    Browser browser = new Browser(HTTPS, SERVER.root(), SERVER.root(), "");
    HttpResponse<String> logIn = browser.open(path(request(PLANNER, PAGE, "accounts:read")));
    HttpResponse<String> allowed = browser.allow(browser.logIn(logIn, person));
    return exchange(PLANNER, PAGE, toldBy(allowed, PAGE).get("code"));
  }
}
