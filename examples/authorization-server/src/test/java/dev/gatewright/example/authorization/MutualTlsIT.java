package dev.gatewright.example.authorization;

import static dev.gatewright.example.authorization.AuthorizationServer.assertError;
import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Programs that come with TLS client certificates, and tokens that are bound to them. */
class MutualTlsIT extends TlsApplications {
  private static final String NAME = "clearing.example";
  private static final HttpClient CLEARING = client(PARTNERS.client(NAME));

  /** Has a certificate of the same authority for another name. */
  private static final HttpClient OTHER_PARTNER = client(PARTNERS.client("other.example"));

  private static HttpResponse<String> clearing(HttpClient client) throws Exception {
    return send(client, toBank("/partner/clearing"));
  }

  private static HttpResponse<String> tokens(HttpClient client) throws Exception {
    return send(
        client,
        form(
            "/oauth2/token",
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                "clearing-house",
                "scope",
                "settlements:read")));
  }

  private static HttpResponse<String> data(HttpClient client, String token) throws Exception {
    return send(client, toBank("/secure-data", "Authorization", "Bearer " + token));
  }

  private static void assertAskedForACertificate(HttpResponse<String> answer) {
    assertRefused(answer, 401);
    assertThat(header(answer, "WWW-Authenticate")).startsWith("ClientCertificate realm=\"bank\"");
  }

  @Test
  void aPartnersProgramAsksWithItsCertificate() throws Exception {
    HttpResponse<String> answer = clearing(CLEARING);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"house\":\"clearing-house\",\"amount\":98000.00}");
  }

  @Test
  void whoeverShowsNoCertificateIsAskedForOne() throws Exception {
    assertAskedForACertificate(clearing(HTTPS));
  }

  @Test
  void aCertificateOfAnotherAuthorityDoesNotGetThroughTlsWhateverNameItHas() {
    HttpClient impostor = client(new CertificateAuthority("Partners").client(NAME));

    assertThatThrownBy(() -> clearing(impostor)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> tokens(impostor)).isInstanceOf(IOException.class);
  }

  @Test
  void anotherPartnersCertificateIsRefused() throws Exception {
    assertAskedForACertificate(clearing(OTHER_PARTNER));
  }

  @Test
  void aTokenIsForWhoeverHasTheCertificateThatItWasFetchedWith() throws Exception {
    String token = AuthorizationServer.accessToken(tokens(CLEARING));
    assertThat(Json.claims(token).get("cnf")).asString().contains("x5t#S256");

    HttpResponse<String> answer = data(CLEARING, token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"subject\":\"client:clearing-house\"");

    HttpClient renewed = client(PARTNERS.client(NAME));
    for (HttpClient thief : new HttpClient[] {HTTPS, OTHER_PARTNER, renewed}) {
      HttpResponse<String> refused = data(thief, token);
      assertRefused(refused, 401);
      assertThat(header(refused, "WWW-Authenticate")).contains("error=\"invalid_token\"");
    }
    assertThat(data(CLEARING, token).statusCode()).isEqualTo(200);
  }

  @Test
  void withoutItsCertificateAClientFetchesNoToken() throws Exception {
    assertThat(tokens(HTTPS).statusCode()).isEqualTo(401);
    assertError(tokens(OTHER_PARTNER), 401, "invalid_client");
  }
}
