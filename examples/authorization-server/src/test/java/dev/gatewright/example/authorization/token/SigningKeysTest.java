package dev.gatewright.example.authorization.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.gatewright.example.authorization.client.AuthorizationServerProperties;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reads signing keys; a message never quotes one. */
class SigningKeysTest {

  private static AuthorizationServerProperties of(boolean demo, List<String> keys) {
    return new AuthorizationServerProperties(null, null, demo, keys, Map.of(), List.of());
  }

  private static SigningKeys keys(List<String> keys) {
    return new SigningKeys(of(false, keys));
  }

  private static String key(String id) throws Exception {
    return new ECKeyGenerator(Curve.P_256).keyID(id).generate().toJSONString();
  }

  @Test
  void withoutAKeyThePropertyIsNamed() {
    assertThatThrownBy(() -> keys(List.of()))
        .hasMessageContaining("'authorization-server.signing-keys' is missing");
  }

  @Test
  void theDemonstrationMakesTwoKeysWhereNoneIsConfigured() throws Exception {
    SigningKeys made = new SigningKeys(of(true, List.of()));
    String first = made.currentId();
    made.rotate();

    assertThat(made.currentId()).isNotEqualTo(first);
    assertThat(new SigningKeys(of(true, List.of(key("one")))).currentId()).isEqualTo("one");
  }

  @Test
  void aKeyThatCannotSignIsRefusedWithoutBeingRepeated() throws Exception {
    String publicOnly = ECKey.parse(key("one")).toPublicJWK().toJSONString();
    String otherCurve = new ECKeyGenerator(Curve.P_384).keyID("one").generate().toJSONString();
    String withoutId = new ECKeyGenerator(Curve.P_256).generate().toJSONString();

    for (String text : List.of(publicOnly, otherCurve, withoutId, "{\"d\":\"secret", "secret")) {
      assertThatThrownBy(() -> keys(List.of(text)))
          .hasMessageContaining("'authorization-server.signing-keys'")
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

    assertThatThrownBy(() -> keys(keys)).hasMessageContaining("two keys with one 'kid'");
  }

  @Test
  void theFirstKeySignsUntilItIsTheNextOnesTurn() throws Exception {
    SigningKeys keys = keys(List.of(key("one"), key("two")));

    assertThat(keys.currentId()).isEqualTo("one");
    keys.rotate();
    assertThat(keys.currentId()).isEqualTo("two");
    keys.rotate();
    assertThat(keys.currentId()).isEqualTo("one");
  }
}
