package dev.gatewright.sample.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.gatewright.sample.oauth.OAuthProperties.Client;
import dev.gatewright.sample.oauth.OAuthProperties.Grant;
import dev.gatewright.sample.oauth.OAuthProperties.Tokens;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong configuration stops the start, and its message names the property. */
class OAuthPropertiesTest {
  private static final String HASH = "$2a$10$nZXLF7WA6QzXcz0rmE84Y.k7PFpiQkwQW8yaV81SOqlxEGClitfWO";

  private static OAuthProperties of(@Nullable String issuer, List<String> keys) {
    return new OAuthProperties(issuer == null ? null : URI.create(issuer), null, keys, Map.of());
  }

  private static String key(String id) throws Exception {
    return new ECKeyGenerator(Curve.P_256).keyID(id).generate().toJSONString();
  }

  private static Client client(@Nullable String hash, Set<Grant> grants, Set<String> redirects) {
    return new Client("A client", hash, null, grants, redirects, Set.of("a"), Tokens.JWT, false);
  }

  private static void register(Client client) {
    RegisteredClients.of(
        new OAuthProperties(
            URI.create("https://bank.example"), "bank-api", List.of(), Map.of("c", client)));
  }

  @Test
  void eachMandatoryPropertyIsNamedWhenItIsMissing() {
    OAuthProperties empty = of(null, List.of());

    assertThatThrownBy(empty::requiredIssuer)
        .hasMessageContaining("'bank.oauth.issuer' is missing")
        .hasMessageContaining("Fix:");
    assertThatThrownBy(empty::requiredAudience)
        .hasMessageContaining("'bank.oauth.audience' is missing");
    assertThatThrownBy(() -> new SigningKeys(empty))
        .hasMessageContaining("'bank.oauth.signing-keys' is missing");
    assertThatThrownBy(() -> RegisteredClients.of(empty))
        .hasMessageContaining("'bank.oauth.clients' is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://bank.example",
        "https://bank.example/",
        "https://bank.example/oauth",
        "https://bank.example?x",
        "https://bank.example#x",
        "https://me@bank.example",
        "http://localhost.bank.example",
        "ftp://bank.example",
        "bank.example"
      })
  void anIssuerThatIsNoSecureOriginIsRefused(String issuer) {
    assertThatThrownBy(of(issuer, List.of())::requiredIssuer)
        .hasMessageContaining("'bank.oauth.issuer'")
        .hasMessageContaining("Fix:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://bank.example", "https://bank.example:8443", "http://localhost:8080"})
  void aSecureOriginIsAnIssuer(String issuer) {
    assertThat(of(issuer, List.of()).requiredIssuer()).hasToString(issuer);
  }

  @Test
  void aKeyThatCannotSignIsRefusedWithoutBeingRepeated() throws Exception {
    String publicOnly = ECKey.parse(key("one")).toPublicJWK().toJSONString();
    String otherCurve = new ECKeyGenerator(Curve.P_384).keyID("one").generate().toJSONString();
    String withoutId = new ECKeyGenerator(Curve.P_256).generate().toJSONString();

    for (String text : List.of(publicOnly, otherCurve, withoutId, "{\"d\":\"secret", "secret")) {
      assertThatThrownBy(() -> new SigningKeys(of(null, List.of(text))))
          .hasMessageContaining("'bank.oauth.signing-keys'")
          .hasMessageContaining("number 0")
          .hasNoCause()
          .extracting(Throwable::getMessage)
          .asString()
          .doesNotContain(text);
    }
  }

  @Test
  void keysThatShareAnIdAreRefused() throws Exception {
    List<String> keys = List.of(key("one"), key("one"));

    assertThatThrownBy(() -> new SigningKeys(of(null, keys)))
        .hasMessageContaining("two keys with one 'kid'");
  }

  @Test
  void theFirstKeySignsUntilItIsTheNextOnesTurn() throws Exception {
    SigningKeys keys = new SigningKeys(of(null, List.of(key("one"), key("two"))));

    assertThat(keys.currentId()).isEqualTo("one");
    keys.rotate();
    assertThat(keys.currentId()).isEqualTo("two");
    keys.rotate();
    assertThat(keys.currentId()).isEqualTo("one");
  }

  @Test
  void aClientThatActsInItsOwnNameNeedsASecret() {
    assertThatThrownBy(() -> register(client(null, Set.of(Grant.CLIENT_CREDENTIALS), Set.of())))
        .hasMessageContaining("'bank.oauth.clients.c.secret-hash' is missing");
    assertThatCode(() -> register(client(HASH, Set.of(Grant.CLIENT_CREDENTIALS), Set.of())))
        .doesNotThrowAnyException();
  }

  @Test
  void aSecretThatIsNotHashedIsRefusedWithoutBeingRepeated() {
    assertThatThrownBy(
            () -> register(client("in-clear", Set.of(Grant.CLIENT_CREDENTIALS), Set.of())))
        .hasMessageContaining("'bank.oauth.clients.c.secret-hash' is no bcrypt hash")
        .hasMessageNotContaining("in-clear");
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
        .hasMessageContaining("'bank.oauth.clients.c.redirect-uris'");
  }

  @Test
  void aGrantByCodeNeedsARedirect() {
    assertThatThrownBy(() -> register(client(null, Set.of(Grant.AUTHORIZATION_CODE), Set.of())))
        .hasMessageContaining("'bank.oauth.clients.c.redirect-uris'");
  }

  @Test
  void textFormsHoldNoSecret() throws Exception {
    String key = key("one");

    assertThat(of("https://bank.example", List.of(key)).toString()).doesNotContain("\"d\"");
    assertThat(client(HASH, Set.of(), Set.of()).toString()).doesNotContain(HASH);
  }
}
