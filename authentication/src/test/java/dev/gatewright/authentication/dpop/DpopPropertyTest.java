package dev.gatewright.authentication.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.Tokens;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DpopPropertyTest {
  private static final String TOKEN = Proofs.boundToken();
  private static final String PROOF = Proofs.right(TOKEN);

  private final DpopFixture fixture = new DpopFixture();

  @Property
  void aProofWithAnyCharacterChangedIsRefused(@ForAll int position, @ForAll char replacement) {
    int index = Math.floorMod(position, PROOF.length());
    char original = PROOF.charAt(index);
    char changed = replacement == original ? (char) (original ^ 1) : replacement;
    assertThat(
            fixture.authenticate(
                TOKEN, PROOF.substring(0, index) + changed + PROOF.substring(index + 1)))
        .isInstanceOf(Authentication.Rejected.class);
  }

  @Provide
  Arbitrary<String> proofs() {
    String[] segments = PROOF.split("\\.", -1);
    Arbitrary<String> pieces =
        Arbitraries.of(
            segments[0], segments[1], segments[2], ".", "e30", "bnVsbA", "", "=", "\u0000");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(8).map(list -> String.join("", list)),
        Arbitraries.strings().ofMaxLength(200));
  }

  @Property
  void noTextWhateverIsAProofOrThrows(@ForAll("proofs") String text) {
    if (!text.equals(PROOF)) {
      assertThat(fixture.authenticate(TOKEN, text)).isInstanceOf(Authentication.Rejected.class);
    }
  }

  @Provide
  Arbitrary<String> json() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"typ\":",
            "\"dpop+jwt\"",
            "\"alg\":",
            "\"ES256\"",
            "\"jwk\":",
            "{\"kty\":\"EC\"}",
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"\"}",
            "\"jti\":",
            "\"htu\":",
            "\"https://api.example/\"",
            "null",
            "1e999",
            "-0",
            "true")
        .list()
        .ofMaxSize(16)
        .map(list -> String.join("", list));
  }

  @Property(tries = 200) // each signs twice
  void noSignedJsonWhateverThrows(@ForAll("json") String header, @ForAll("json") String claims) {
    String signed = Tokens.signed(TestKeys.signing(JwtAlgorithm.ES256), header, "{" + claims + "}");
    assertThat(fixture.authenticate(TOKEN, signed)).isInstanceOf(Authentication.Rejected.class);
    String rightHeader = Tokens.json(Proofs.header());
    assertThat(
            fixture.authenticate(
                TOKEN,
                Tokens.signed(
                    TestKeys.signing(JwtAlgorithm.ES256), rightHeader, "{" + claims + "}")))
        .isInstanceOf(Authentication.Rejected.class);
  }

  @Property
  void noTargetWhateverThrows(@ForAll String uri) {
    TargetUri parsed = TargetUri.parse(uri);
    assertThat(parsed == null || parsed.path().startsWith("/")).isTrue();
    assertThat(TargetUri.parse("https://api.example/" + uri))
        .satisfiesAnyOf(
            read -> assertThat(read).isNull(),
            read -> assertThat(read.origin()).isEqualTo("https://api.example:443"));
  }
}
