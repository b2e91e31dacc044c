package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.mistake.Notebook;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * First refusals: the log line names what was found, what is expected and the fix, and with {@code
 * gatewright.explain} so does the problem.
 */
class ExplainedRefusalsIT {
  private static final String ISSUER = "gatewright.jwt.issuers.main.";
  private static final IdentityProvider PROVIDER = new IdentityProvider();
  private static final String REALM = PROVIDER.issuer("/realms/bank");

  @TempDir private static Path directory;

  private static RunningApplication running;

  private static Application application(String... set) {
    return Application.of(Notebook.class)
        .acceptingNoTokens()
        .with("gatewright.explain=true")
        .insisting(set);
  }

  private static Application withIssuer(String... set) {
    return application(set).with(ISSUER + "issuer-uri=" + REALM, ISSUER + "audience=notes");
  }

  @BeforeAll
  static void start() {
    running = withIssuer().start();
  }

  @AfterAll
  static void stop() {
    running.close();
    PROVIDER.close();
  }

  private static String token(String claims) {
    return "Authorization: Bearer " + PROVIDER.token(REALM, claims);
  }

  /** A token whose times are given in seconds from now. */
  private static String tokenOf(String header, String claims) {
    String payload = claims.replace("ISS", REALM);
    long now = Instant.now().getEpochSecond();
    for (String offset : List.of("-7200", "-3600", "+0", "+300", "+3600", "+7200")) {
      payload = payload.replace("NOW" + offset, "" + (now + Long.parseLong(offset)));
    }
    return "Authorization: Bearer " + PROVIDER.signed(header, payload);
  }

  /** The request is refused, and the log and the problem say the same of it. */
  private static void assertExplained(
      RunningApplication application,
      String request,
      int status,
      String cause,
      String fix,
      String... headers) {
    try (SecurityLog log = new SecurityLog()) {
      String[] line = request.split(" ", -1);
      Answer answer = application.request(line[0], line[1], headers);

      assertThat(answer.status()).as(answer.text()).isEqualTo(status);
      JsonNode logged = log.last();
      assertThat(logged.path("cause").asString()).contains(cause);
      assertThat(logged.path("fix").asString()).contains(fix);
      JsonNode problem = problem(answer);
      assertThat(problem.path("cause")).isEqualTo(logged.path("cause"));
      assertThat(problem.path("fix")).isEqualTo(logged.path("fix"));
      assertThat(problem.path("correlationId")).isEqualTo(logged.path("correlationId"));
    }
  }

  private static JsonNode problem(Answer answer) {
    String text = answer.text();
    return JsonMapper.shared().readTree(text.substring(text.indexOf("\r\n\r\n") + 4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'aud':'other','sub':'a' ~ its 'aud' is [other], and accepted is [notes]"
            + " ~ add that to 'gatewright.jwt.issuers.main.audience'",
        "'sub':'a' ~ the token has no 'aud', and accepted is [notes] ~ have the issuer put",
        "'aud':'notes','azp':'app' ~ the token has no 'sub', only a client"
            + " ~ set 'gatewright.jwt.issuers.main.client-as-subject' to true",
        "'aud':'notes','sub':'c','token_use':'id' ~ that of an ID token ~ WWW-Authenticate",
        "'aud':'notes','sub':'c','nonce':'n' ~ that of an ID token ~ WWW-Authenticate",
      })
  void aTokenThatIsNotAcceptedIsExplained(String claims, String cause, String fix) {
    assertExplained(running, "GET /notes", 401, cause, fix, token(claims));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'RS256' ~ 'iss':'ISS/','iat':NOW+0,'exp':NOW+300 ~ differs from 'ISS' only in the slash at"
            + " the end ~ set 'gatewright.jwt.issuers.main.issuer-uri' to what is in 'iss'",
        "'RS256' ~ 'iss':'https://other.example','iat':NOW+0,'exp':NOW+300 ~ of another issuer than"
            + " [ISS]: its 'iss' is 'https://other.example'"
            + " ~ set 'gatewright.jwt.issuers.main.issuer-uri' to its 'iss'",
        "'RS256' ~ 'iss':'ISS','iat':NOW-7200,'exp':NOW-3600 ~ the token has expired, at 2"
            + " ~ get a new one; where it is new, correct the clock",
        "'RS256' ~ 'iss':'ISS','iat':NOW+3600,'exp':NOW+7200 ~ issued in the future, at 2"
            + " ~ correct the clock",
        "'RS256' ~ 'iss':'ISS','iat':NOW+0,'nbf':NOW+3600,'exp':NOW+300 ~ not valid yet, but from 2"
            + " ~ correct the clock",
        "'RS256' ~ 'iss':'ISS','iat':NOW+0,'exp':NOW+3600 ~ longer than the 900 s accepted, for"
            + " 3600 s ~ raise 'gatewright.jwt.issuers.main.max-lifetime'",
        "'RS512' ~ 'iss':'ISS','iat':NOW+0,'exp':NOW+300 ~ RS512 instead of [RS256]"
            + " ~ configure the key for the algorithm",
        "'RS256','kid':'unknown' ~ 'iss':'ISS','iat':NOW+0,'exp':NOW+300 ~ no configured key has"
            + " the token's 'kid' ~ get the token from the issuer whose keys are configured here",
      })
  void soIsOneOfOtherTimesIssuersOrKeys(String algorithm, String claims, String cause, String fix) {
    assertExplained(
        running,
        "GET /notes",
        401,
        cause.replace("ISS", REALM),
        fix,
        tokenOf("{'alg':" + algorithm + "}", "{" + claims + ",'aud':'notes','sub':'a'}"));
  }

  @Test
  void soIsWhatIsSentInsteadOfOneToken() {
    String good = token("'aud':'notes','sub':'a'");
    assertExplained(running, "GET /notes", 401, "no credential was sent", "cookies are not read");
    assertExplained(
        running,
        "GET /notes",
        401,
        "of a scheme that is not accepted here",
        "WWW-Authenticate names",
        "Authorization: Basic YTpi");
    assertExplained(running, "GET /notes", 400, "2 credentials were sent", "send one", good, good);
  }

  @Test
  void soIsACallerWhoMayNotDoIt() {
    String caller = token("'aud':'notes','sub':'a','scope':'notes:read','roles':['clerk']");
    assertExplained(
        running,
        "POST /notes",
        403,
        "needs scopes [notes:write], and has [notes:read]",
        "ask the issuer for a token with these scopes",
        caller);
    assertExplained(
        running,
        "GET /notes/shared",
        403,
        "needs a role of [reader], and has [clerk]",
        "gatewright.jwt.issuers.<name>.roles-claim",
        caller);
    assertExplained(
        running,
        "GET /notes/private",
        401,
        "needs more than one factor",
        "gatewright.step-up.acr-values",
        caller);
    assertThat(running.get("/notes/rare", caller).status()).isEqualTo(200);
    assertExplained(running, "GET /notes/rare", 429, "", "gatewright.limits.overrides", caller);
  }

  @ParameterizedTest
  @CsvSource({"required, 'which is ''required'', to ''required-except-loopback'''"})
  void plainHttpOnADevelopmentMachineIsExplained(String https, String fix) {
    try (RunningApplication strict = withIssuer("gatewright.transport.https=" + https).start()) {
      assertExplained(strict, "GET /notes", 403, "the request came over plain HTTP", fix);
    }
  }

  /** Whose keys cannot be used. */
  private static Application withKeySet(String uri, String... set) {
    List<String> all = new ArrayList<>(List.of(set));
    all.add(ISSUER + "issuer=" + REALM);
    all.add(ISSUER + "audience=notes");
    all.add(ISSUER + "jwks-uri=" + uri);
    if (all.stream().noneMatch(each -> each.startsWith(ISSUER + "algorithms"))) {
      all.add(ISSUER + "algorithms=RS256");
    }
    return application(all.toArray(String[]::new));
  }

  private static void assertKeySetExplained(
      Application application, int status, String cause, String fix) {
    try (RunningApplication keyless = application.start()) {
      assertExplained(keyless, "GET /notes", status, cause, fix, token("'aud':'notes','sub':'a'"));
    }
  }

  @Test
  void aKeyThatIsForAnotherAlgorithmThanThoseThatAreSetIsExplained() {
    assertKeySetExplained(
        withKeySet(PROVIDER.issuer("/named/keys"), ISSUER + "algorithms=ES256"),
        401,
        "was left out: its 'alg' is 'RS256', which is none of the configured algorithms [ES256]",
        "set 'gatewright.jwt.issuers.main.algorithms' as the issuer signs");
    assertKeySetExplained(
        withKeySet(PROVIDER.issuer("/keys"), ISSUER + "algorithms=ES256"),
        401,
        "was left out: it is a key for RSA, and for none of the configured algorithms [ES256]",
        "set 'gatewright.jwt.issuers.main.algorithms' as the issuer signs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "https://no-such-host.invalid/jwks ~ the host is not known"
            + " ~ correct 'gatewright.jwt.issuers.main.jwks-uri'",
        "http://localhost:1/jwks ~ no server can be connected with"
            + " ~ correct 'gatewright.jwt.issuers.main.jwks-uri'",
        "PROVIDER/nowhere ~ the answer has status 404"
            + " ~ correct 'gatewright.jwt.issuers.main.jwks-uri'",
        "PROVIDER/moved/keys ~ the answer has status 302, and redirections are not followed"
            + " ~ set 'gatewright.jwt.issuers.main.jwks-uri' to where it leads",
        "PROVIDER/realms/bank/.well-known/openid-configuration ~ the key set has no array 'keys'"
            + " ~ correct 'gatewright.jwt.issuers.main.jwks-uri'",
      })
  void aKeySetThatCannotBeReadIsExplained(String uri, String cause, String fix) {
    assertKeySetExplained(
        withKeySet(uri.replace("PROVIDER", PROVIDER.issuer(""))), 503, cause, fix);
  }

  @Test
  void anAuthorityThatIsPrivateIsExplainedAndTrustedByAnSslBundle() throws Exception {
    try (PrivateAuthority authority = new PrivateAuthority(directory, PROVIDER.keySet(""))) {
      assertKeySetExplained(
          withKeySet(authority.uri()),
          503,
          "the server's certificate is of an authority that is not trusted here",
          "trust its authority by 'gatewright.jwt.issuers.main.ssl-bundle'");

      Application trusting =
          withKeySet(
              authority.uri(),
              ISSUER + "ssl-bundle=provider",
              "spring.ssl.bundle.pem.provider.truststore.certificate=file:"
                  + authority.certificate());
      try (RunningApplication application = trusting.start()) {
        Answer answer = application.get("/notes", token("'aud':'notes','sub':'a'"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      }
    }
  }

  @Test
  void withSeveralIssuersTheOneOfWhichOnlyASlashDiffersIsNamed() {
    Application several =
        withIssuer(
            "gatewright.jwt.issuers.other.issuer-uri=" + PROVIDER.issuer("/auth0/"),
            "gatewright.jwt.issuers.other.audience=notes");
    try (RunningApplication application = several.start()) {
      String claims = "'aud':'notes','sub':'a'";
      assertExplained(
          application,
          "GET /notes",
          401,
          "only in the slash at the end",
          "set 'gatewright.jwt.issuers.other.issuer-uri' to what is in 'iss'",
          "Authorization: Bearer " + PROVIDER.token(PROVIDER.issuer("/auth0"), claims));
      assertExplained(
          application,
          "GET /notes",
          401,
          "of another issuer than [",
          "'gatewright.jwt.issuers.other.issuer-uri'",
          "Authorization: Bearer " + PROVIDER.token("https://other.example", claims));
      // Not verified: anybody may have written it.
      String stranger = PROVIDER.token("https://other.example", claims);
      assertThat(application.get("/notes", "Authorization: Bearer " + stranger).text())
          .doesNotContain("other.example");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-For: 127.0.0.1",
    "Forwarded: for=127.0.0.1",
    "Via: 1.1 proxy",
    "X-Real-IP: 127.0.0.1"
  })
  void nothingIsExplainedToTheClientOfAProxy(String header) {
    Answer answer = running.get("/notes", header);

    assertThat(problem(answer).has("cause")).as(answer.text()).isFalse();
    assertThat(problem(answer).has("fix")).isFalse();
  }

  @Test
  void norToAPeerThatIsNotLoopback() throws Exception {
    Optional<InetAddress> other =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
            .findFirst();
    Assumptions.assumeTrue(other.isPresent(), "this machine has no address but loopback");

    Answer answer =
        RunningApplication.send(
            other.orElseThrow(),
            running.port(),
            "GET /notes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    assertThat(problem(answer).has("cause")).as(answer.text()).isFalse();
  }

  @Test
  void norToAnybodyUnlessThePropertySaysSo() {
    try (RunningApplication silent = withIssuer("gatewright.explain=false").start();
        SecurityLog log = new SecurityLog()) {
      Answer answer = silent.get("/notes");

      assertThat(answer.status()).as(answer.text()).isEqualTo(401);
      assertThat(problem(answer).propertyNames())
          .containsExactlyInAnyOrder("type", "title", "status", "correlationId");
      assertThat(log.last().path("fix").asString()).contains("send a credential");
    }
  }
}
