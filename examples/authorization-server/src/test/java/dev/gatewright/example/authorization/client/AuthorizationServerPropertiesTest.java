package dev.gatewright.example.authorization.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.gatewright.example.authorization.client.AuthorizationServerProperties.Client;
import dev.gatewright.example.authorization.client.AuthorizationServerProperties.Grant;
import dev.gatewright.example.authorization.client.AuthorizationServerProperties.Tokens;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong configuration stops the start, and its message names the property. */
class AuthorizationServerPropertiesTest {
  private static final String HASH = "$2a$10$nZXLF7WA6QzXcz0rmE84Y.k7PFpiQkwQW8yaV81SOqlxEGClitfWO";

  private static AuthorizationServerProperties of(@Nullable String issuer, List<String> keys) {
    return new AuthorizationServerProperties(
        issuer == null ? null : URI.create(issuer), null, false, keys, Map.of(), List.of());
  }

  private static String key(String id) throws Exception {
    return new ECKeyGenerator(Curve.P_256).keyID(id).generate().toJSONString();
  }

  private static Client client(@Nullable String hash, Set<Grant> grants, Set<String> redirects) {
    return new Client("A client", hash, null, grants, redirects, Set.of("a"), Tokens.JWT, false);
  }

  private static void register(Client client) {
    RegisteredClients.of(
        new AuthorizationServerProperties(
            URI.create("https://login.example"),
            "bank-api",
            false,
            List.of(),
            Map.of("c", client),
            List.of()));
  }

  @Test
  void eachMandatoryPropertyIsNamedWhenItIsMissing() {
    AuthorizationServerProperties empty = of(null, List.of());

    assertThatThrownBy(empty::requiredIssuer)
        .hasMessageContaining("'authorization-server.issuer' is missing")
        .hasMessageContaining("Fix:");
    assertThatThrownBy(empty::requiredAudience)
        .hasMessageContaining("'authorization-server.audience' is missing");
    assertThatThrownBy(() -> RegisteredClients.of(empty))
        .hasMessageContaining("'authorization-server.clients' is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.example",
        "https://login.example/",
        "https://login.example/oauth",
        "https://login.example?x",
        "https://login.example#x",
        "https://me@login.example",
        "http://localhost.login.example",
        "ftp://login.example",
        "login.example"
      })
  void anIssuerThatIsNoSecureOriginIsRefused(String issuer) {
    assertThatThrownBy(of(issuer, List.of())::requiredIssuer)
        .hasMessageContaining("'authorization-server.issuer'")
        .hasMessageContaining("Fix:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://login.example", "https://login.example:8443", "http://localhost:9000"})
  void aSecureOriginIsAnIssuer(String issuer) {
    assertThat(of(issuer, List.of()).requiredIssuer()).hasToString(issuer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://bank.example/revocations",
        "http://localhost.bank.example/revocations",
        "ftp://bank.example/revocations",
        "https:/revocations",
        "/revocations"
      })
  void aResourceServerIsNotToldInClear(String uri) {
    AuthorizationServerProperties properties =
        new AuthorizationServerProperties(
            null, null, false, List.of(), Map.of(), List.of(URI.create(uri)));

    assertThatThrownBy(properties::secureRevocationUris)
        .hasMessageContaining("'authorization-server.revocation-uris' has '" + uri + "'")
        .hasMessageContaining("Fix:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://bank.example/revocations", "http://127.0.0.1:8080/revocations"})
  void aResourceServerIsToldByHttpsOrOnThisMachine(String uri) {
    List<URI> uris = List.of(URI.create(uri));

    assertThat(
            new AuthorizationServerProperties(null, null, false, List.of(), Map.of(), uris)
                .secureRevocationUris())
        .isEqualTo(uris);
  }

  @Test
  void aClientThatActsInItsOwnNameNeedsASecret() {
    assertThatThrownBy(() -> register(client(null, Set.of(Grant.CLIENT_CREDENTIALS), Set.of())))
        .hasMessageContaining("'authorization-server.clients.c.secret-hash' is missing");
    assertThatCode(() -> register(client(HASH, Set.of(Grant.CLIENT_CREDENTIALS), Set.of())))
        .doesNotThrowAnyException();
  }

  @Test
  void aSecretThatIsNotHashedIsRefusedWithoutBeingRepeated() {
    assertThatThrownBy(
            () -> register(client("in-clear", Set.of(Grant.CLIENT_CREDENTIALS), Set.of())))
        .hasMessageContaining("'authorization-server.clients.c.secret-hash' is no bcrypt hash")
        .hasMessageNotContaining("in-clear");
  }

  @Test
  void aClientThatMayRevokeTokensOfOthersIsRefused() {
    Client client =
        new Client("C", HASH, null, Set.of(), Set.of(), Set.of("tokens:revoke"), Tokens.JWT, false);

    assertThatThrownBy(() -> register(client))
        .hasMessageContaining("'authorization-server.clients.c.scopes' has 'tokens:revoke'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://program.example/back",
        "https://program.example/back#here",
        "program:/back"
      })
  void anInsecureRedirectIsRefused(String uri) {
    assertThatThrownBy(() -> register(client(null, Set.of(Grant.AUTHORIZATION_CODE), Set.of(uri))))
        .hasMessageContaining("'authorization-server.clients.c.redirect-uris'");
  }

  @Test
  void aGrantByCodeNeedsARedirect() {
    assertThatThrownBy(() -> register(client(null, Set.of(Grant.AUTHORIZATION_CODE), Set.of())))
        .hasMessageContaining("'authorization-server.clients.c.redirect-uris'");
  }

  @Test
  void textFormsHoldNoSecret() throws Exception {
    String key = key("one");

    assertThat(of("https://login.example", List.of(key)).toString()).doesNotContain("\"d\"");
    assertThat(client(HASH, Set.of(), Set.of()).toString()).doesNotContain(HASH);
  }
}
