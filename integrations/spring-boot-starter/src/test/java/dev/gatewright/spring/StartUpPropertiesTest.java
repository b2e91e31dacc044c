package dev.gatewright.spring;

import static dev.gatewright.spring.RefusedStart.jwtAnd;
import static dev.gatewright.spring.RefusedStart.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Scheme;
import dev.gatewright.Secured;
import dev.gatewright.spring.bank.BankApplication;
import dev.gatewright.spring.startup.StartUpException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Service;

/** Properties that stop the start of an application, each by its name. */
class StartUpPropertiesTest {
  private static final String MAIN = "gatewright.jwt.issuers.main.";

  static String[] jwtWithout(String property) {
    return RunningApplication.jwt().stream()
        .filter(each -> !each.startsWith(property))
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "gatewright.jwt.issuers.main.issuer, gatewright.jwt.issuers.main.issuer",
    "gatewright.jwt.issuers.main.audience, gatewright.jwt.issuers.main.audience",
    "gatewright.jwt.issuers.main.keys, gatewright.jwt.issuers.main.keys",
    "gatewright.jwt.issuers.main.keys[0].algorithm, gatewright.jwt.issuers.main.keys[0].algorithm",
    "gatewright.jwt.issuers.main.keys[0].secret, gatewright.jwt.issuers.main.keys[0].secret"
  })
  void aMissingPropertyIsNamedAndStopsStartUp(String removed, String named) {
    assertThat(refused(BankApplication.class, jwtWithout(removed)).problem())
        .contains("'" + named + "' is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "gatewright.jwt.issuers.main.keys[0].secret, c2hvcnQ=",
    "gatewright.jwt.clock-skew, 1h",
    "gatewright.jwt.cache-size, -1",
    "gatewright.jwt.issuers.main.max-lifetime, 0s",
    "gatewright.jwt.issuers.main.roles-claim, sub",
    "gatewright.jwt.issuers.main.roles-claim, realm_access..roles",
    "gatewright.jwt.issuers.main.claims, address..country",
    "gatewright.step-up.mfa-from, unlisted",
    "'gatewright.step-up.acr-values', 'a,a'",
    "gatewright.transport.ipv6-prefix, 0",
    "gatewright.transport.trusted-proxies, 0.0.0.0/0",
    "gatewright.limits.slots, 1",
    "gatewright.api-keys.pepper, c2hvcnQ="
  })
  void aPropertyThatIsNotValidIsNamedWithoutItsValue(String property, String value) {
    StartUpException refused = refused(BankApplication.class, jwtAnd(property + "=" + value));

    assertThat(refused.getMessage()).contains("'" + property + "'");
    assertThat(refused.getMessage()).doesNotContain("c2hvcnQ=");
  }

  @ParameterizedTest
  @CsvSource({
    "jwks-uri, http://id.example/jwks, algorithms, ES256",
    "jwks-uri, ftp://id.example/jwks, algorithms, ES256",
    "jwks-uri, file:/there/is/no/such/file.json, algorithms, ES256",
    "algorithms, HS256, jwks-uri, https://id.example/jwks",
  })
  void aKeySetThatCannotBeUsedIsNamedAndStopsStartUp(
      String wrong, String value, String right, String rightValue) {
    StartUpException refused =
        refused(BankApplication.class, keySet(wrong + "=" + value, right + "=" + rightValue));

    assertThat(refused.problem()).contains("'gatewright.jwt.issuers.main." + wrong + "'");
  }

  @Test
  void aKeySetNeedsItsAlgorithmsAndNoOtherKeys() {
    assertThat(refused(BankApplication.class, keySet("jwks-uri=https://id.example/jwks")).problem())
        .contains("'gatewright.jwt.issuers.main.algorithms' is missing");
    assertThat(
            refused(
                    BankApplication.class,
                    jwtAnd(
                        "gatewright.jwt.issuers.main.jwks-uri=https://id.example/jwks",
                        "gatewright.jwt.issuers.main.algorithms=ES256"))
                .problem())
        .contains("jwks-uri' and 'gatewright.jwt.issuers.main.keys' are both set");
  }

  @Test
  void anIssuerThatPublishesMetadataIsNamedOnceAndNeedsNothingElse() {
    String address = "issuer-uri=https://id.example";
    assertThat(refused(BankApplication.class, keySet(address)).problem())
        .contains("main.issuer-uri' and 'gatewright.jwt.issuers.main.issuer' are both set");
    assertThat(
            refused(
                    BankApplication.class,
                    MAIN + address,
                    MAIN + "audience=a",
                    MAIN + "jwks-uri=https://id.example/jwks")
                .problem())
        .contains("main.issuer-uri' and 'gatewright.jwt.issuers.main.jwks-uri' are both set");
    assertThat(refused(BankApplication.class, MAIN + address).problem())
        .contains("'gatewright.jwt.issuers.main.audience' is missing");
    assertThat(refused(BankApplication.class, jwtWithout(MAIN + "issuer")).getMessage())
        .contains("gatewright.jwt.issuers.main.issuer-uri");
  }

  @ParameterizedTest
  @CsvSource({
    "issuer-uri, http://id.example",
    "issuer-uri, https://id.example?tenant=1",
    "algorithms, HS256",
    "refresh-interval, 2h",
    "max-stale, 10s",
  })
  void anIssuersAddressOrWhatIsSetBesideItIsNamedWhereItIsNotValid(String property, String value) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("issuer-uri", "https://id.example");
    properties.put("audience", "my-api");
    properties.put(property, value);
    String[] all =
        properties.entrySet().stream()
            .map(each -> MAIN + each.getKey() + "=" + each.getValue())
            .toArray(String[]::new);
    assertThat(refused(BankApplication.class, all).getMessage())
        .contains("'" + MAIN + property + "' is not valid", "Fix: ");
  }

  private static String[] keySet(String... properties) {
    return Stream.concat(
            RunningApplication.jwt().stream()
                .filter(each -> !each.startsWith("gatewright.jwt.issuers.main.keys")),
            Stream.of(properties).map(each -> "gatewright.jwt.issuers.main." + each))
        .toArray(String[]::new);
  }

  @Test
  void aPepperThatRotatesIsReadFromTheSecretsAndStandsForNoOther(@TempDir Path directory)
      throws IOException {
    String fromSecrets = "gatewright.api-keys.pepper-name=pepper";
    String inDirectory = "gatewright.secrets.directory=" + directory;
    assertThat(
            refused(
                    BankApplication.class,
                    jwtAnd(fromSecrets, inDirectory, "gatewright.api-keys.pepper=c2hvcnQ="))
                .problem())
        .contains("gatewright.api-keys.pepper' and 'gatewright.api-keys.pepper-name' are both");

    Files.writeString(directory.resolve("pepper"), "c2hvcnQ=");
    StartUpException refused = refused(BankApplication.class, jwtAnd(fromSecrets, inDirectory));
    assertThat(refused.problem()).contains("'gatewright.api-keys.pepper-name'");
    assertThat(refused.getMessage()).doesNotContain("c2hvcnQ=");
  }

  @Test
  void aSecuredEndpointThatNobodyCouldCallStopsStartUp() {
    assertThat(refused(BankApplication.class).getMessage())
        .contains("nothing is configured", "gatewright.jwt.issuers", "gatewright.api-keys.pepper");
  }

  @Test
  void anEndpointForBearerTokensNeedsTheirIssuer() {
    StartUpException refused =
        refused(
            OnlyBearer.class,
            "gatewright.api-keys.pepper=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

    assertThat(refused.problem())
        .contains(
            "BEARER", "'gatewright.jwt.issuers' is missing", "'gatewright.introspection.uri'");
  }

  @ParameterizedTest
  @CsvSource({
    "gatewright.dpop.max-age=60s, gatewright.dpop.origins",
    "gatewright.dpop.origins=api.example, gatewright.dpop.origins",
    "'gatewright.dpop.origins=https://api.example|gatewright.dpop.max-age=1h',"
        + " gatewright.dpop.max-age",
    "'gatewright.dpop.origins=https://api.example|gatewright.dpop.clock-skew=1h',"
        + " gatewright.dpop.clock-skew",
    "'gatewright.dpop.origins=https://api.example|gatewright.dpop.algorithms=HS256',"
        + " gatewright.dpop.algorithms",
    "'gatewright.dpop.origins=https://api.example|gatewright.dpop.replay-entries=0',"
        + " gatewright.dpop.replay-entries",
    "gatewright.mutual-tls.name=san-uri, gatewright.mutual-tls.trusted-certificates",
    "gatewright.mutual-tls.trusted-certificates=file:/there/is/no/such.pem,"
        + " gatewright.mutual-tls.trusted-certificates[0]",
    "gatewright.mutual-tls.trusted-certificates=-----BEGIN JUNK-----,"
        + " gatewright.mutual-tls.trusted-certificates[0]",
    "gatewright.transport.client-certificate-header=client-cert,"
        + " gatewright.transport.client-certificate-header"
  })
  void aSenderConstraintThatCannotBeKeptIsNamedAndStopsStartUp(String set, String named) {
    assertThat(refused(BankApplication.class, jwtAnd(set.split("\\|", -1))).problem())
        .contains("'" + named + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "'gatewright.exemptions=java.lang.String,', gatewright.exemptions",
    "'gatewright.exemptions=,java.lang.String', gatewright.exemptions",
    "'gatewright.exemptions=${test.extra:},java.lang.String', gatewright.exemptions",
    "gatewright.exemptions[0]=, gatewright.exemptions",
    "'gatewright.exemptions=java.lang.String, ,java.lang.Object', gatewright.exemptions",
    "'gatewright.jwt.issuers.main.audience=api,', gatewright.jwt.issuers.main.audience",
    "'gatewright.step-up.acr-values=,gold', gatewright.step-up.acr-values",
    "'gatewright.transport.trusted-proxies=10.0.0.0/8,', gatewright.transport.trusted-proxies",
    "'gatewright.input.content-encodings=gzip,', gatewright.input.content-encodings",
    "'gatewright.input.body-converters=,', gatewright.input.body-converters",
    "'gatewright.dpop.origins=https://api.example,', gatewright.dpop.origins"
  })
  void anEmptyEntryOfAListIsNamedAndStopsStartUp(String set, String named) {
    StartUpException refused =
        refused(
            BankApplication.class,
            Stream.concat(
                    Stream.of(jwtAnd()).filter(each -> !each.startsWith(named + "=")),
                    Stream.of(set))
                .toArray(String[]::new));

    assertThat(refused.problem()).isEqualTo("the property '" + named + "' has an empty entry");
  }

  @Test
  void aListWithoutAnyEntryIsFine() {
    RunningApplication.startBare(
            BankApplication.class, jwtAnd("gatewright.exemptions=${test.extra:}"))
        .close();
  }

  @Test
  void dpopNeedsAccessTokens() {
    assertThat(
            refused(BankApplication.class, "gatewright.dpop.origins=https://api.example").problem())
        .contains(
            "'gatewright.dpop'",
            "'gatewright.jwt.issuers' is missing",
            "'gatewright.introspection.uri'");
  }

  @Service
  static class TokenService {
    @Secured(schemes = Scheme.BEARER)
    String call() {
      return "called";
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(TokenService.class)
  static class OnlyBearer {}
}
