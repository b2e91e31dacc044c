package dev.gatewright.authentication.jwt;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.authentication.http.BoundedHttpClient;
import dev.gatewright.authentication.http.ServerUri;
import dev.gatewright.authentication.jwt.JwkSetLoader.Load;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.testing.TestJwks;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.TestServer;
import dev.gatewright.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of an issuer that is known by its address only, from a real server over real HTTP. */
@Timeout(60)
class IssuerUriTest {
  private static final String OPENID = "/realms/bank/.well-known/openid-configuration";
  private static final String KEYS = "/realms/bank/keys";
  private static final String SETTING = "gatewright.jwt.issuers.login.issuer-uri";
  private static final String JSON = "application/json";

  private final TestServer provider = new TestServer();
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(Tokens.NOW);
  private final String issuer = provider.uri("/realms/bank");
  private JwkSetSource source;
  private JwtAccessTokens tokens;

  @BeforeEach
  void start() {
    provider.handle(
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          String page = pages.get(path);
          TestServer.answer(
              exchange, page == null ? 404 : 200, JSON, page == null ? "nothing" : page);
        });
    use(JwkSetSource.issuerUri(issuer));
  }

  @AfterEach
  void stop() {
    source.close();
    provider.close();
  }

  private void use(JwkSetSource.Builder builder) {
    if (source != null) {
      source.close();
    }
    source = builder.clock(now::get).build();
    tokens =
        new JwtAccessTokens(
            TrustedIssuer.builder()
                .issuer(issuer)
                .audience("bank")
                .keys(source)
                .rolesClaims(List.of("realm_access.roles", "resource_access.bank.roles"))
                .clock(now::get)
                .build());
  }

  private String metadata(String more) {
    return "{\"issuer\":\""
        + issuer
        + "\",\"jwks_uri\":\""
        + provider.uri(KEYS)
        + "\",\"token_endpoint\":\"https://elsewhere.example/token\""
        + more
        + "}";
  }

  private void publish(String more, Map<String, String> key) {
    pages.put(OPENID, metadata(more));
    pages.put(KEYS, TestJwks.set(TestJwks.named("k", key)));
  }

  /** A token as Keycloak 26 writes it. */
  private String token(JwtAlgorithm algorithm, KeyPair pair) {
    return token(SigningKey.of("k", algorithm, pair.getPrivate()), algorithm.headerValue());
  }

  private String token(SigningKey key, String algorithm) {
    long seconds = Tokens.NOW_SECONDS;
    return Tokens.signed(
        key,
        "{\"alg\":\"" + algorithm + "\",\"typ\" : \"JWT\",\"kid\" : \"k\"}",
        """
        {"exp":%d,"iat":%d,"jti":"onrtac:5c0","iss":"%s","aud":["bank","account"],
         "sub":"8b1f","typ":"Bearer","azp":"teller","sid":"s","acr":"1",
         "realm_access":{"roles":["offline_access","teller"]},
         "resource_access":{"bank":{"roles":["approver"]},"account":{"roles":["view-profile"]}},
         "scope":"openid email","preferred_username":"alice"}
        """
            .formatted(seconds + 300, seconds, issuer));
  }

  private static void eventually(BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it takes too long").isLessThan(end);
      Thread.sleep(20);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OPENID,
        "/.well-known/openid-configuration/realms/bank",
        "/.well-known/oauth-authorization-server/realms/bank"
      })
  void theIssuerAloneIsEnoughWhereverItsMetadataAre(String path) {
    pages.put(path, metadata(""));
    pages.put(KEYS, TestJwks.set(TestJwks.named("k", TestJwks.rsa(TestKeys.RSA))));
    assertThat(asked).as("nothing is asked before it is needed").isEmpty();

    Caller caller = accepted(tokens.verify(token(JwtAlgorithm.RS256, TestKeys.RSA)));

    assertThat(caller.subject()).isEqualTo("8b1f");
    assertThat(caller.clientId()).isEqualTo("teller");
    assertThat(caller.roles()).containsExactlyInAnyOrder("offline_access", "teller", "approver");
    assertThat(caller.scopes()).containsExactlyInAnyOrder("openid", "email");
    assertThat(asked).endsWith(path, KEYS);
  }

  @Test
  void anIssuerWithASlashAtItsEndIsComparedWithIt() {
    String withSlash = provider.uri("/tenant/");
    pages.put(
        "/tenant/.well-known/openid-configuration",
        metadata("").replace("\"" + issuer + "\"", "\"" + withSlash + "\""));
    pages.put(KEYS, TestJwks.set(TestJwks.rsa(TestKeys.RSA)));
    use(JwkSetSource.issuerUri(withSlash));
    assertThat(source.current().all()).hasSize(1);
  }

  @Test
  void metadataAreReadOnceAnHour() throws Exception {
    use(JwkSetSource.issuerUri(issuer).refreshInterval(Duration.ofSeconds(1)));
    publish("", TestJwks.rsa(TestKeys.RSA));
    accepted(tokens.verify(token(JwtAlgorithm.RS256, TestKeys.RSA)));
    eventually(() -> asked.stream().filter(KEYS::equals).count() >= 3);
    assertThat(asked).containsOnlyOnce(OPENID);
    now.set(Tokens.NOW.plus(Duration.ofHours(1)));
    eventually(() -> asked.stream().filter(OPENID::equals).count() == 2);
  }

  @Test
  void keysThatHaveMovedAreFound() throws Exception {
    use(JwkSetSource.issuerUri(issuer).refreshInterval(Duration.ofSeconds(1)));
    publish("", TestJwks.rsa(TestKeys.RSA));
    accepted(tokens.verify(token(JwtAlgorithm.RS256, TestKeys.RSA)));
    pages.remove(KEYS);
    pages.put(OPENID, metadata("").replace(KEYS, "/moved"));
    pages.put("/moved", TestJwks.set(TestJwks.named("k", TestJwks.ec(TestKeys.P256))));
    eventually(
        () ->
            tokens.verify(token(JwtAlgorithm.ES256, TestKeys.P256))
                instanceof Authentication.Accepted);
  }

  @Test
  void anIssuerThatIsDownAtFirstIsAskedAgain() throws Exception {
    publish("", TestJwks.rsa(TestKeys.RSA));
    provider.stop();
    String token = token(JwtAlgorithm.RS256, TestKeys.RSA);
    assertThat(tokens.verify(token)).isInstanceOf(Authentication.Undecidable.class);
    provider.start();
    eventually(() -> tokens.verify(token) instanceof Authentication.Accepted);
  }

  @ParameterizedTest
  @CsvSource({
    // What the metadata say, what the key says, and what a token is signed with.
    "'', '', RS256, true",
    "'', '', RS384, false",
    "'', '', PS256, false",
    "'', PS256, PS256, true",
    "'', PS256, RS256, false",
    "'\"RS256\"', '', RS256, true",
    "'\"RS256\",\"PS256\",\"HS256\",\"none\"', '', PS256, true",
    "'\"PS512\"', '', RS256, false",
    "'\"RS256\"', PS512, PS512, true",
    "'\"RS256\"', HS256, RS256, false",
  })
  void aKeyIsUsedWithWhatItOrElseTheMetadataNameOrElseWithRs256(
      String named, String ofKey, JwtAlgorithm signed, boolean good) {
    Map<String, String> key = TestJwks.rsa(TestKeys.RSA);
    publish(
        named.isEmpty() ? "" : ",\"id_token_signing_alg_values_supported\":[" + named + "]",
        ofKey.isEmpty() ? key : TestJwks.with(key, "alg", "\"" + ofKey + "\""));

    Authentication answer = tokens.verify(token(signed, TestKeys.RSA));

    assertThat(answer instanceof Authentication.Accepted).as(answer.toString()).isEqualTo(good);
    assertThat(answer).isNotInstanceOf(Authentication.Undecidable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"id_token_signing_alg_values_supported\":[\"RS256\"]"})
  void aKeyOfACurveIsUsedWithTheAlgorithmOfThatCurve(String more) {
    publish(more, TestJwks.ec(TestKeys.P256));
    accepted(tokens.verify(token(JwtAlgorithm.ES256, TestKeys.P256)));
  }

  @Test
  void aPublicKeyIsNoSharedSecretWhateverTheMetadataName() {
    publish(
        ",\"id_token_signing_alg_values_supported\":[\"HS256\",\"RS256\"]",
        TestJwks.rsa(TestKeys.RSA));
    byte[] known = TestKeys.RSA.getPublic().getEncoded();
    SigningKey forged =
        SigningKey.of("k", JwtAlgorithm.HS256, new SecretKeySpec(known, "HmacSHA256"));
    assertRejected(tokens.verify(token(forged, "HS256")), JwtHeader.WRONG_ALGORITHM);
  }

  @Test
  void algorithmsThatAreSetHoldWhateverTheIssuerSays() {
    use(JwkSetSource.issuerUri(issuer).algorithms(Set.of(JwtAlgorithm.PS256)));
    publish(",\"id_token_signing_alg_values_supported\":[\"RS256\"]", TestJwks.rsa(TestKeys.RSA));
    accepted(tokens.verify(token(JwtAlgorithm.PS256, TestKeys.RSA)));
    assertRejected(
        tokens.verify(token(JwtAlgorithm.RS256, TestKeys.RSA)), JwtHeader.WRONG_ALGORITHM);
  }

  private static Stream<Arguments> wrongMetadata() {
    String issuer = "https://id.example";
    String keys = "'jwks_uri':'https://id.example/k'";
    return Stream.of(
        Arguments.of(
            issuer,
            "{'issuer':'https://id.example/'," + keys + "}",
            "of the issuer 'https://id.example/', but 'SETTING' is 'https://id.example', which"
                + " differs in the slash at the end. Fix: set 'SETTING' to 'https://id.example/'"),
        Arguments.of(
            "https://id.example/Bank",
            "{'issuer':'https://id.example/bank'," + keys + "}",
            "which differs in upper and lower case. Fix: set 'SETTING' to"),
        Arguments.of(
            "https://id.example/common/v2.0",
            "{'issuer':'https://id.example/{tenantid}/v2.0'," + keys + "}",
            "Fix: write the id of your tenant into 'SETTING' in place of 'common'"),
        Arguments.of(
            issuer,
            "{'issuer':'https://evil.example'," + keys + "}",
            "of the issuer 'https://evil.example', but 'SETTING' is 'https://id.example'. Fix:"
                + " set"),
        Arguments.of(issuer, "{" + keys + "}", "the metadata has no 'issuer'"),
        Arguments.of(issuer, "{'issuer':'" + issuer + "'}", "the metadata has no 'jwks_uri'"),
        Arguments.of(
            issuer,
            "{'issuer':'" + issuer + "','jwks_uri':'http://id.example/k'}",
            "found 'http://id.example/k': 'jwks_uri' is plain HTTP to another machine. Fix: "),
        Arguments.of(
            issuer,
            "{'issuer':'" + issuer + "','jwks_uri':'http://localhost/k'}",
            "found 'http://localhost/k': the 'jwks_uri' of an https issuer is plain HTTP. Fix: "),
        Arguments.of(
            issuer,
            "{'issuer':'" + issuer + "','jwks_uri':'file:/etc/keys'}",
            "found 'file:/etc/keys': 'jwks_uri' is no absolute http or https URI"),
        Arguments.of(
            issuer,
            "{'issuer':'"
                + issuer
                + "',"
                + keys
                + ",'id_token_signing_alg_values_supported':['HS256','none']}",
            "[HS256, none], none of which has a public key that is known here. Fix: sign with"),
        Arguments.of(issuer, "<html>Sign in</html>", "the metadata"));
  }

  @ParameterizedTest
  @MethodSource("wrongMetadata")
  void metadataThatDoNotFitAreToldWithWhatWasFoundAndTheFix(
      String issuer, String metadata, String message) {
    ExpectedIssuer expected =
        new ExpectedIssuer(issuer, ServerUri.of("issuerUri", issuer), SETTING);
    byte[] utf8 = metadata.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> IssuerMetadata.read(utf8, expected))
        .isInstanceOf(InvalidCredentialException.class)
        .extracting(thrown -> ((InvalidCredentialException) thrown).reason())
        .asString()
        .contains(message.replace("SETTING", SETTING));
  }

  @Test
  void aPathWithoutMetadataIsToldWithTheFix() {
    Load load = load(provider.uri("/realms/bnak"));

    assertThat(load.toString())
        .contains(
            "no metadata are published at any of",
            "/realms/bnak/.well-known/openid-configuration",
            "/.well-known/oauth-authorization-server/realms/bnak",
            "Fix: set '" + SETTING + "'");
  }

  private Load load(String address) {
    ExpectedIssuer expected =
        new ExpectedIssuer(address, ServerUri.of("issuerUri", address), SETTING);
    BoundedHttpClient client = new BoundedHttpClient(Duration.ofSeconds(2), 100_000, null);
    return new DiscoveredJwkSet(
            client, expected, Set.of(), new KeySetSettings(SETTING, "sslContext"), now::get)
        .load();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.example",
        "https://id.example?tenant=1",
        "https://id.example/#here",
        "https://user:password@id.example",
        "id.example",
        "file:/etc/issuer",
        ""
      })
  void whatIsNoIssuersAddressIsRefusedWithTheFix(String address) {
    assertThatThrownBy(() -> JwkSetSource.issuerUri(address))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageStartingWith("'issuerUri' ")
        .hasMessageContaining("Fix: ");
  }
}
