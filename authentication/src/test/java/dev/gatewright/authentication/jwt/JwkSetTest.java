package dev.gatewright.authentication.jwt;

import static dev.gatewright.authentication.jwt.JwtAlgorithm.EDDSA;
import static dev.gatewright.authentication.jwt.JwtAlgorithm.ES256;
import static dev.gatewright.authentication.jwt.JwtAlgorithm.PS256;
import static dev.gatewright.authentication.jwt.JwtAlgorithm.RS256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.WeakRsaKeys;
import dev.gatewright.testing.TestJwks;
import dev.gatewright.testing.TestKeys;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.RSAPublicKeySpec;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwkSetTest {
  private static final Set<JwtAlgorithm> ALGORITHMS =
      EnumSet.complementOf(EnumSet.of(JwtAlgorithm.HS256, JwtAlgorithm.HS384, JwtAlgorithm.HS512));
  private static final Map<String, String> GOOD =
      TestJwks.named("good", TestJwks.ec(TestKeys.P256));
  private static final VerificationKey GOOD_KEY =
      VerificationKey.of("good", ES256, TestKeys.P256.getPublic());

  private static JwkSet read(String json, JwtAlgorithm... algorithms)
      throws InvalidCredentialException {
    return JwkSet.read(
        json.getBytes(StandardCharsets.UTF_8),
        algorithms.length == 0 ? ALGORITHMS : new TreeSet<>(List.of(algorithms)));
  }

  private static VerificationKeys keys(VerificationKey... keys) {
    return VerificationKeys.of(List.of(keys));
  }

  private static void assertOnlyTheGoodKeyStays(Map<String, String> bad, String reason)
      throws InvalidCredentialException {
    JwkSet set = read(TestJwks.set(TestJwks.named("bad", bad), GOOD));
    assertThat(set.keys().hasSameKeysAs(keys(GOOD_KEY))).as(set.keys().toString()).isTrue();
    assertThat(set.skipped()).hasSize(1);
    assertThat(set.skipped().get(0)).startsWith("key 0 ('bad'): ").contains(reason);
  }

  @Test
  void aKeyIsForTheAlgorithmItNames() throws Exception {
    JwkSet set = read(TestJwks.set(TestJwks.with(TestJwks.rsa(TestKeys.RSA), "alg", "\"RS256\"")));
    assertThat(set.keys().hasSameKeysAs(keys(VerificationKey.of(RS256, TestKeys.RSA.getPublic()))))
        .isTrue();
  }

  @Test
  void aKeyThatNamesNoneIsForEveryConfiguredAlgorithmOfItsKind() throws Exception {
    JwkSet set =
        read(
            TestJwks.set(
                TestJwks.named("r", TestJwks.rsa(TestKeys.RSA)),
                TestJwks.named("e", TestJwks.okp(TestKeys.ED25519))),
            RS256,
            PS256,
            ES256,
            EDDSA);
    assertThat(
            set.keys()
                .hasSameKeysAs(
                    keys(
                        VerificationKey.of("r", RS256, TestKeys.RSA.getPublic()),
                        VerificationKey.of("r", PS256, TestKeys.RSA.getPublic()),
                        VerificationKey.of("e", EDDSA, TestKeys.ED25519.getPublic()))))
        .isTrue();
    assertThat(set.skipped()).isEmpty();
  }

  @Test
  void aKeyForAnAlgorithmThatIsNotConfiguredIsLeftOut() throws Exception {
    JwkSet set =
        read(
            TestJwks.set(TestJwks.with(TestJwks.rsa(TestKeys.RSA), "alg", "\"RS512\""), GOOD),
            RS256,
            ES256);
    assertThat(set.keys().hasSameKeysAs(keys(GOOD_KEY))).isTrue();
    assertThat(set.skipped())
        .containsExactly(
            "key 0: its 'alg' is 'RS512', which is none of the configured algorithms [RS256,"
                + " ES256]");
  }

  @Test
  void aSecretKeyIsNeverTakenFromASet() throws Exception {
    Map<String, String> secret = TestJwks.with(TestJwks.members("oct"), "alg", "\"HS256\"");
    assertOnlyTheGoodKeyStays(secret, "'kty'");
    assertOnlyTheGoodKeyStays(
        TestJwks.with(secret, "k", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\""), "'k'");
    assertOnlyTheGoodKeyStays(
        TestJwks.with(TestJwks.rsa(TestKeys.RSA), "alg", "\"HS256\""), "none of the configured");
  }

  @Test
  void anUnfitKeyIsLeftOut() throws Exception {
    assertOnlyTheGoodKeyStays(TestJwks.rsa(TestKeys.rsa(1_024)), "1024 bits, too few");
    assertOnlyTheGoodKeyStays(
        TestJwks.with(TestJwks.ec(TestKeys.P256), "alg", "\"ES384\""), "curve secp384r1");
    assertOnlyTheGoodKeyStays(
        TestJwks.with(TestJwks.ec(TestKeys.P256), "alg", "\"RS256\""), "no RSA key");
    assertOnlyTheGoodKeyStays(TestJwks.with(TestJwks.ec(TestKeys.P256), "use", "\"enc\""), "'use'");
    assertOnlyTheGoodKeyStays(
        TestJwks.with(TestJwks.ec(TestKeys.P256), "y", TestJwks.ec(TestKeys.P256).get("x")),
        "off its curve");
    assertOnlyTheGoodKeyStays(
        TestJwks.with(TestJwks.ec(TestKeys.P256), "x", "\"" + "_".repeat(42) + "8\""), "curve");
    assertOnlyTheGoodKeyStays(
        TestJwks.with(TestJwks.okp(TestKeys.ED25519), "x", "\"" + "A".repeat(43) + "\""),
        "secures nothing");
  }

  @Test
  void aHugeRsaKeyThatWouldCostMuchTimeIsLeftOut() throws Exception {
    BigInteger modulus = ((RSAPublicKey) TestKeys.RSA.getPublic()).getModulus();
    BigInteger huge = BigInteger.ONE.shiftLeft(8_200).add(BigInteger.ONE);
    assertOnlyTheGoodKeyStays(TestJwks.rsa(rsa(huge, 65_537)), "more than 8192 bits");
    BigInteger hugeExponent = BigInteger.ONE.shiftLeft(80).add(BigInteger.ONE);
    assertOnlyTheGoodKeyStays(
        TestJwks.rsa(
            (RSAPublicKey)
                KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, hugeExponent))),
        "costs much");
    assertOnlyTheGoodKeyStays(TestJwks.with(TestJwks.rsa(TestKeys.RSA), "e", "\"AQ\""), "key");
    assertOnlyTheGoodKeyStays(TestJwks.rsa(rsa(modulus.subtract(BigInteger.ONE), 65_537)), "even");
  }

  @Test
  void anRsaKeyWhosePrivateHalfCanBeComputedIsLeftOut() throws Exception {
    for (Map.Entry<String, KeyPair> weak : WeakRsaKeys.all().entrySet()) {
      assertOnlyTheGoodKeyStays(TestJwks.rsa(weak.getValue()), weak.getKey());
    }
  }

  private static RSAPublicKey rsa(BigInteger modulus, long exponent) throws Exception {
    return (RSAPublicKey)
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(exponent)));
  }

  @Test
  void everySmallOrderPointIsNoKey() throws Exception {
    BigInteger p = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    BigInteger d =
        BigInteger.valueOf(-121_665).multiply(BigInteger.valueOf(121_666).modInverse(p)).mod(p);
    BigInteger y = Ed25519Point.ORDER_EIGHT;
    // Doubling it gives y = 0: d y^4 + 2 y^2 - 1 = 0.
    assertThat(
            d.multiply(y.pow(4))
                .add(y.pow(2).shiftLeft(1))
                .subtract(BigInteger.ONE)
                .mod(p)
                .signum())
        .isZero();
    for (BigInteger small :
        List.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            p.subtract(BigInteger.ONE),
            y,
            p.subtract(y),
            p,
            p.add(BigInteger.ONE))) {
      for (boolean odd : new boolean[] {true, false}) {
        assertThat(Ed25519Point.isKey(new EdECPoint(odd, small))).isFalse();
      }
    }
    assertThat(Ed25519Point.isKey(new EdECPoint(false, BigInteger.TWO)))
        .as("there is no x for this y")
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "null", "\"k\"", "[]", "{}", "{\"kty\":null}", "{\"kid\":7}"})
  void whatIsNoKeyIsLeftOut(String element) throws Exception {
    JwkSet set = read("{\"keys\":[" + element + "," + TestJwks.json(GOOD) + "]}");
    assertThat(set.keys().hasSameKeysAs(keys(GOOD_KEY))).isTrue();
    assertThat(set.skipped()).hasSize(1);
  }

  @Test
  void twoDifferentKeysWithOneIdAreBothLeftOut() throws Exception {
    JwkSet set =
        read(
            TestJwks.set(
                TestJwks.named("twin", TestJwks.rsa(TestKeys.RSA)),
                GOOD,
                TestJwks.named("twin", TestJwks.rsa(TestKeys.OTHER_RSA))));
    assertThat(set.keys().hasSameKeysAs(keys(GOOD_KEY))).isTrue();
    assertThat(set.skipped())
        .containsExactly(
            "key 0 ('twin'): another key has the same 'kid'",
            "key 2 ('twin'): another key has the same 'kid'");
  }

  @Test
  void oneKeyMayBeListedOnceForEachAlgorithm() throws Exception {
    Map<String, String> key = TestJwks.named("r", TestJwks.rsa(TestKeys.RSA));
    JwkSet set =
        read(
            TestJwks.set(
                TestJwks.with(key, "alg", "\"RS256\""),
                TestJwks.with(key, "alg", "\"PS256\""),
                TestJwks.with(key, "alg", "\"PS256\"")));
    assertThat(
            set.keys()
                .hasSameKeysAs(
                    keys(
                        VerificationKey.of("r", RS256, TestKeys.RSA.getPublic()),
                        VerificationKey.of("r", PS256, TestKeys.RSA.getPublic()))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"keys\":null}",
        "{\"keys\":{}}",
        "{\"keys\":[]} x",
        "{\"keys\":[],\"keys\":[]}",
        "{\"keys\":[{\"kid\":\"a\",\"kid\":\"b\"}]}",
        "<html><body>Sign in</body></html>"
      })
  void whatIsNoKeySetIsRefusedAsAWhole(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidCredentialException.class);
  }

  @Test
  void aSetMayHave64KeysAndNotMore() throws Exception {
    assertThat(read(of(64)).skipped()).hasSize(64);
    assertThatThrownBy(() -> read(of(65))).hasMessageContaining("more than 64 keys");
  }

  private static String of(int keys) {
    return IntStream.range(0, keys)
        .mapToObj(i -> "{}")
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  @Test
  void anIdCannotForgeALogLine() throws Exception {
    Map<String, String> forging = new LinkedHashMap<>(GOOD);
    forging.put("kid", "\"a\\nERROR b\"");
    assertThat(read(TestJwks.set(forging)).skipped().toString()).doesNotContain("\n");
    Map<String, String> lengthy = TestJwks.named("x".repeat(10_000), TestJwks.ec(TestKeys.P256));
    assertThat(read(TestJwks.set(lengthy)).skipped().get(0)).hasSizeLessThan(200);
  }

  @Property(tries = 2_000)
  void aChangedByteGivesASetOrARefusalAndNothingElse(
      @ForAll @IntRange(max = 10_000) int position, @ForAll byte value) {
    byte[] bytes =
        TestJwks.set(
                TestJwks.named("r", TestJwks.rsa(TestKeys.RSA)),
                TestJwks.named("e", TestJwks.ec(TestKeys.P521)),
                TestJwks.named("o", TestJwks.okp(TestKeys.ED25519)))
            .getBytes(StandardCharsets.UTF_8);
    bytes[position % bytes.length] = value;
    try {
      assertThat(JwkSet.read(bytes, ALGORITHMS)).isNotNull();
    } catch (InvalidCredentialException e) {
      assertThat(e.reason()).isNotBlank();
    }
  }
}
