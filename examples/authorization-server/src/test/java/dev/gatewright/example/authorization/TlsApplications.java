package dev.gatewright.example.authorization;

import static dev.gatewright.example.authorization.AuthorizationServer.PLANNER;
import static dev.gatewright.example.authorization.AuthorizationServer.exchange;
import static dev.gatewright.example.authorization.AuthorizationServer.path;
import static dev.gatewright.example.authorization.AuthorizationServer.request;
import static dev.gatewright.example.authorization.AuthorizationServer.toldBy;

import dev.gatewright.sample.shared.MovableClock;
import dev.gatewright.sample.shared.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Starts both applications as they are run: HTTPS only, without a proxy, under the addresses that
 * they are known by, and with partners that have certificates. All tests that extend this share
 * them.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
    properties = {
      "gatewright.transport.https=required",
      "server.servlet.session.cookie.secure=true",
      "server.ssl.client-auth=want",
      "authorization-server.clients.clearing-house.name=The Clearing House",
      "authorization-server.clients.clearing-house.certificate-subject=CN=clearing.example",
      "authorization-server.clients.clearing-house.grants=client-credentials",
      "authorization-server.clients.clearing-house.scopes=settlements:read"
    })
@Import(MovableClock.class)
abstract class TlsApplications {
  static final TlsServer SERVER = new TlsServer();
  static final CertificateAuthority PARTNERS = new CertificateAuthority("Partners");

  /** Shows no certificate. */
  static final HttpClient HTTPS = client();

  private static final int BANK_PORT = BankProcess.freePort();
  static final String BANK_ROOT = "https://localhost:" + BANK_PORT;
  static final String PAGE = BANK_ROOT + "/third-party.html";

  /** Ends TLS for the two applications, which do not trust each other's certificates. */
  private static final Connection TO_SERVER = new Connection(HTTPS);

  private static final Connection TO_BANK = new Connection(HTTPS);
  private static final BankProcess BANK = BankProcess.start(BANK_PORT, propertiesOfTheBank());

  @Autowired private People people;

  private static List<String> propertiesOfTheBank() {
    List<String> properties = new ArrayList<>(TO_SERVER.propertiesOfTheBank());
    SERVER.properties().forEach((name, value) -> properties.add("--" + name + "=" + value));
    properties.addAll(
        List.of(
            "--server.ssl.client-auth=want",
            "--server.ssl.trust-certificate=" + PARTNERS.pem(),
            "--gatewright.transport.https=required",
            "--gatewright.dpop.origins=" + BANK_ROOT,
            "--gatewright.mutual-tls.trusted-certificates=" + PARTNERS.pem(),
            "--gatewright.mutual-tls.name=san-dns",
            "--gatewright.mutual-tls.clients[0].name=clearing.example",
            "--gatewright.mutual-tls.clients[0].subject=clearing-house",
            "--gatewright.mutual-tls.clients[0].scopes=clearing:read",
            "--bank.authorization-server=" + SERVER.root()));
    return properties;
  }

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) {
    SERVER.properties().forEach((name, value) -> properties.add(name, () -> value));
    properties.add("server.port", SERVER::port);
    properties.add("server.ssl.trust-certificate", PARTNERS::pem);
    properties.add("authorization-server.issuer", SERVER::root);
    properties.add("authorization-server.clients.savings-planner.redirect-uris", () -> PAGE);
    properties.add(
        "authorization-server.revocation-uris", () -> TO_BANK.root() + "/third-party/revocations");
  }

  Person customer(String balance) {
    return BANK.openAccount(people.customer(), balance);
  }

  @BeforeEach
  void connect() {
    TO_SERVER.leadTo(SERVER.root());
    TO_BANK.leadTo(BANK_ROOT);
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().sslContext(SERVER.trusting()).build();
  }

  /** Returns a client that shows this certificate. */
  static HttpClient client(CertificateAuthority.Identity identity) {
    return HttpClient.newBuilder().sslContext(SERVER.trusting(identity.keyManagers())).build();
  }

  static HttpRequest.Builder toServer(String path, String... headers) {
    return to(SERVER.root() + path, headers);
  }

  static HttpRequest.Builder toBank(String path, String... headers) {
    return to(BANK_ROOT + path, headers);
  }

  private static HttpRequest.Builder to(String uri, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri));
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
    return toServer(path, headers)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(Forms.encoded(fields)));
  }

  /** Returns the token request of the client in the browser, once somebody has consented. */
  static Map<String, String> allowed(Person person) {
    Browser browser = new Browser(HTTPS, SERVER.root(), SERVER.root(), "");
    HttpResponse<String> logIn = browser.open(path(request(PLANNER, PAGE, "accounts:read")));
    HttpResponse<String> allowed = browser.allow(browser.logIn(logIn, person));
    return exchange(PLANNER, PAGE, toldBy(allowed, PAGE).get("code"));
  }
}
