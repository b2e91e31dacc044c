package dev.gatewright.authentication.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.StrictBase64Url;
import dev.gatewright.authentication.strict.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Project Wycheproof's cases of JSON Web Signatures, against the way that tokens and key sets take
 * here: {@link JwkSet}, {@link CompactJws}, {@link SignatureCheck}. The corpus is its file,
 * unchanged, with its license beside it.
 */
class WycheproofTest {
  private static final String CORPUS = "wycheproof/json_web_signature_test.json";
  private static final int CASES = 401;

  /** Cases whose verdict here is not the corpus's, and why. */
  private static final Map<Long, String> EXCEPTIONS =
      Map.of(
          346L,
          "the token says PS384, its key's 'alg' is PS256: one key, one algorithm",
          350L,
          "the token says PS384, its key's 'alg' is PS256: one key, one algorithm",
          347L,
          "the key's 'alg' is ES521, which there is not (RFC 7518 has ES512)",
          351L,
          "the key's 'alg' is ES521, which there is not (RFC 7518 has ES512)",
          372L,
          "a '?' in the header's segment is no base64url (RFC 7515, section 2)",
          373L,
          "a '?' in the payload's segment is no base64url (RFC 7515, section 2)",
          367L,
          "called invalid for its padding, but has none: the same text as the valid case 357",
          370L,
          "called invalid for its padding, but has none: the same text as the valid case 357");

  private record Case(long id, String comment, String jws, boolean valid, KeySource keys) {}

  @TestFactory
  Stream<DynamicTest> theVerdictIsThatOfTheCorpusButForTheListedExceptions() throws Exception {
    return cases().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.id() + " " + one.comment(),
                    () ->
                        assertThat(isAccepted(one))
                            .isEqualTo(one.valid() != EXCEPTIONS.containsKey(one.id()))));
  }

  @Test
  void theCorpusIsWhole() throws Exception {
    List<Case> cases = cases();
    assertThat(cases).hasSize(CASES);
    assertThat(cases.stream().map(Case::id).collect(Collectors.toSet()))
        .hasSize(CASES)
        .containsAll(EXCEPTIONS.keySet());
    assertThat(cases.stream().filter(Case::valid)).hasSizeGreaterThan(40);
  }

  @Test
  void theTwoCasesThatAreTakenForDefectsOfTheCorpusHaveATwinThatItCallsValid() throws Exception {
    List<Case> cases = cases();
    Set<String> valid =
        cases.stream().filter(Case::valid).map(Case::jws).collect(Collectors.toSet());
    assertThat(cases.stream().filter(one -> one.id() == 367 || one.id() == 370))
        .hasSize(2)
        .allSatisfy(one -> assertThat(valid).contains(one.jws()));
  }

  private static boolean isAccepted(Case one) {
    try {
      SignatureCheck.verify(CompactJws.parse(one.jws(), 65_536), one.keys());
      return true;
    } catch (InvalidCredentialException e) {
      return false;
    }
  }

  private static List<Case> cases() throws Exception {
    Map<String, ?> corpus = StrictJson.readObject(corpus(), "the corpus");
    List<Case> cases = new ArrayList<>();
    for (Map<String, ?> group : objects(corpus.get("testGroups"))) {
      KeySource keys = keys(group);
      for (Map<String, ?> test : objects(group.get("tests"))) {
        cases.add(
            new Case(
                (Long) test.get("tcId"),
                (String) test.get("comment"),
                (String) test.get("jws"),
                test.get("result").equals("valid"),
                keys));
      }
    }
    return cases;
  }

  private static byte[] corpus() throws IOException {
    try (InputStream corpus = WycheproofTest.class.getResourceAsStream(CORPUS)) {
      assertThat(corpus).as(CORPUS).isNotNull();
      return corpus.readAllBytes();
    }
  }

  /** The group's key, as it would be read from a key set; a secret is never read from one. */
  private static KeySource keys(Map<String, ?> group) throws Exception {
    Map<String, ?> key = object(group.get(group.containsKey("public") ? "public" : "private"));
    if (key.get("kty").equals("oct")) {
      String secret = (String) key.get("k");
      JwtAlgorithm algorithm = JwtAlgorithm.valueOf((String) key.get("alg"));
      assertThat(key.get("use")).isEqualTo("sig");
      return KeySource.of(
          List.of(
              VerificationKey.of(
                  (String) key.get("kid"),
                  algorithm,
                  new SecretKeySpec(StrictBase64Url.decode(secret, 0, secret.length()), "HMAC"))));
    }
    byte[] set = ("{\"keys\":[" + json(key) + "]}").getBytes(StandardCharsets.UTF_8);
    VerificationKeys read = JwkSet.read(set, EnumSet.allOf(JwtAlgorithm.class)).keys();
    return new FixedKeys(read);
  }

  private static String json(Map<String, ?> key) {
    return key.entrySet().stream()
        .map(member -> "\"" + member.getKey() + "\":" + json(member.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String json(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(WycheproofTest::json).collect(Collectors.joining(",", "[", "]"))
        : "\"" + value + "\"";
  }

  private static List<Map<String, ?>> objects(Object array) {
    List<Map<String, ?>> objects = new ArrayList<>();
    for (Object element : (List<?>) array) {
      objects.add(object(element));
    }
    return objects;
  }

  @SuppressWarnings("unchecked") // StrictJson makes no other maps
  private static Map<String, ?> object(Object value) {
    return (Map<String, ?>) value;
  }

  /** Keys as they are, none included. */
  private record FixedKeys(VerificationKeys current) implements KeySource {

    @Override
    public VerificationKeys refreshed(VerificationKeys seen) {
      return current;
    }
  }
}
