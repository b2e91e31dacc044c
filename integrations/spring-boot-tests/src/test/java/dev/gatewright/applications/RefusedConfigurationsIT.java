package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.mistake.Notebook;
import dev.gatewright.applications.mistake.UnguardedPages;
import dev.gatewright.spring.startup.StartUpException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes of configurations: the refused start names the property, what it is, and the fix. */
class RefusedConfigurationsIT {
  private static final String ISSUER = "gatewright.jwt.issuers.main.";

  private static Application application(String set) {
    Application application =
        Application.of(Notebook.class)
            .acceptingNoTokens()
            .with(ISSUER + "issuer=https://issuer.example", ISSUER + "audience=notes")
            .with(ISSUER + "keys[0].algorithm=HS256")
            .with(ISSUER + "keys[0].secret=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    String[] each = set.replace("MAIN.", ISSUER).split(" \\+ ", -1);
    return application.insisting(each);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        // Missing
        "MAIN.audience= ~ 'MAIN.audience' is missing ~ what the issuer puts into 'aud'",
        "MAIN.issuer= ~ 'MAIN.issuer' is missing ~ what the issuer puts into 'iss'",
        "MAIN.keys[0].algorithm=HS256 + MAIN.keys[0].secret= ~ 'MAIN.keys[0].secret' is missing ~"
            + " openssl rand",
        "gatewright.dpop.max-age=60s ~ 'gatewright.dpop.origins' is missing"
            + " ~ https://api.example.com",
        "gatewright.api-keys.keys[0].id=k ~ 'gatewright.api-keys.pepper' is missing ~ openssl rand",
        "gatewright.api-keys.keys[0].id=k ~ 'gatewright.api-keys.keys[0].hash' is missing ~ minted",
        // Misspelled
        "MAIN.audiences=notes ~ 'MAIN.audiences' (\"MAIN.audiences\" from property source"
            + " \"commandLineArgs\") is not known ~ 'audience'",
        "gatewright.jwt.clock-skw=10s ~ 'gatewright.jwt.clock-skw' ~ 'clock-skew'",
        "gatewright.transprt.https=required ~ 'gatewright.transprt.https' ~ 'transport'",
        "gatewright.transport.https=requird ~ 'gatewright.transport.https' has the value 'requird'"
            + " ~ use one of required, required-except-loopback.",
        "gatewright.jwt.clock-skew=half a minute ~ 'gatewright.jwt.clock-skew' has the value"
            + " 'half a minute' ~ a number and a unit, as 30s",
        "gatewright.limits.slots=many ~ 'gatewright.limits.slots' has the value 'many'"
            + " ~ whole number",
        "MAIN.keys[0].algorithm=HS265 ~ 'MAIN.keys[0].algorithm' has the value 'HS265'"
            + " ~ use one of HS256, ",
        "gatewright.exemptions=app.NoSuch ~ lists 'app.NoSuch', but there is no class, bean"
            + " ~ write the name of a class with its package",
        // Out of bounds
        "gatewright.jwt.clock-skew=1h ~ 'gatewright.jwt.clock-skew' is not valid: 'clockSkew' is"
            + " not between 0 seconds and 2 minutes; it is '1h' ~ correct the clocks instead",
        "MAIN.max-lifetime=0s ~ 'MAIN.max-lifetime' is not valid: 'maxLifetime' is not between 1"
            + " second and 366 days; it is '0s' ~ 15 minutes or less",
        "gatewright.limits.slots=1 ~ 'gatewright.limits.slots' is not valid ~ use",
        "gatewright.transport.trusted-proxies=10.0.0.0/33 ~ 'gatewright.transport.trusted-proxies'"
            + " is not valid ~ 10.0.0.0/8",
        "MAIN.roles-claim=sub ~ 'MAIN.roles-claim' is not valid ~ roles",
        "gatewright.step-up.mfa-from=gold ~ 'gatewright.step-up.mfa-from' is not valid ~ more than"
            + " one factor",
        "gatewright.limits.overrides.[Notes.lst#lst].permits=1 ~ 'gatewright.limits.overrides'"
            + " ~ Notes.",
        // Not what it has to be
        "MAIN.keys[0].algorithm=HS256 + MAIN.keys[0].secret=c2hvcnQ= ~ 'MAIN.keys[0].secret' is not"
            + " valid: 'key' has 40 bits, too few ~ at least 256 random bits",
        "MAIN.keys[0].algorithm=ES256 + MAIN.keys[0].public-key=file:/no.pem"
            + " ~ 'MAIN.keys[0].public-key' ~ file:/run/keys/issuer.pem",
        // Not together
        "MAIN.issuer-uri=https://issuer.example ~ 'MAIN.issuer-uri' and 'MAIN.issuer' are both set"
            + " ~ keep issuer-uri",
        "MAIN.jwks-uri=https://issuer.example/jwks ~ 'MAIN.jwks-uri' and 'MAIN.keys' are both set"
            + " ~ keep one",
        "server.forward-headers-strategy=framework ~ 'server.forward-headers-strategy' is"
            + " 'framework' ~ gatewright.transport.trusted-proxies",
        "gatewright.explain=true + spring.profiles.active=prod ~ 'gatewright.explain' is true,"
            + " which is for development, but the profile 'prod' is active ~ development profile",
        "gatewright.explain=true + spring.profiles.active=eu,Production ~ the profile 'Production'"
            + " is active ~ development profile",
      })
  void aMistakeIsNamedWithItsFix(String set, String problem, String fix) {
    StartUpException refused = application(set).refused();

    assertThat(refused.problem()).contains(problem.replace("MAIN.", ISSUER));
    assertThat(refused.fix()).contains(fix.replace("MAIN.", ISSUER));
    assertThat(refused.getMessage()).doesNotContain("c2hvcnQ=");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "MAIN.jwks-uri=http://id.example/jwks + MAIN.algorithms=ES256 ~ 'MAIN.jwks-uri' is not"
            + " valid: 'jwksUri' is plain HTTP to another machine; it is 'http://id.example/jwks'"
            + " ~ use https",
        "MAIN.jwks-uri=https://me:c2hvcnQ@id.example/jwks + MAIN.algorithms=ES256"
            + " ~ 'MAIN.jwks-uri' is not valid ~ give credentials as options of their own",
        "MAIN.jwks-uri=https://id.example/jwks ~ 'MAIN.algorithms' is missing ~ such as ES256",
        "MAIN.jwks-uri=https://id.example/jwks + MAIN.algorithms=HS256 ~ 'MAIN.algorithms' is not"
            + " valid ~ RS, PS, ES or EdDSA",
        "MAIN.jwks-uri=https://id.example/jwks + MAIN.algorithms=ES256 + MAIN.ssl-bundle=provider"
            + " ~ 'MAIN.ssl-bundle' names 'provider', which is no SSL bundle"
            + " ~ spring.ssl.bundle.pem.provider.truststore.certificate",
        "MAIN.jwks-uri=https://id.example/jwks + MAIN.algorithms=ES256 + MAIN.max-stale=1s"
            + " ~ 'MAIN.max-stale' is not valid ~ 24 h",
        "MAIN.key-source=keys ~ 'MAIN.key-source' names 'keys', which is no KeySource ~ there are",
      })
  void soIsAMistakeAboutAKeySet(String set, String problem, String fix) {
    StartUpException refused =
        Application.of(Notebook.class)
            .acceptingNoTokens()
            .with(ISSUER + "issuer=https://issuer.example", ISSUER + "audience=notes")
            .insisting(set.replace("MAIN.", ISSUER).split(" \\+ ", -1))
            .refused();

    assertThat(refused.problem()).contains(problem.replace("MAIN.", ISSUER));
    assertThat(refused.fix()).contains(fix);
    assertThat(refused.getMessage()).doesNotContain("c2hvcnQ");
  }

  @Test
  void oneStartTellsOfAllMistakes() {
    StartUpException refused =
        application(
                String.join(
                    " + ",
                    List.of(
                        "MAIN.audience=",
                        "MAIN.keys[0].algorithm=HS256",
                        "MAIN.keys[0].secret=c2hvcnQ=",
                        "gatewright.jwt.issuers.other.issuer=https://other.example",
                        "gatewright.jwt.clock-skw=10s",
                        "gatewright.transport.trusted-proxies=10.0.0.0/33",
                        "gatewright.limits.eviction=lazy",
                        "gatewright.api-keys.keys[0].id=k",
                        "server.forward-headers-strategy=framework")))
            .refused();

    assertThat(refused.problem())
        .contains(
            "'" + ISSUER + "audience' is missing",
            "'" + ISSUER + "keys[0].secret' is not valid",
            "'gatewright.jwt.issuers.other.audience' is missing",
            "'gatewright.jwt.issuers.other.keys' is missing",
            "'gatewright.jwt.clock-skw'",
            "'gatewright.limits.eviction' has the value 'lazy'",
            "'gatewright.api-keys.pepper' is missing",
            "'server.forward-headers-strategy' is 'framework'");
    int problems =
        (int) refused.problem().lines().filter(each -> each.matches(" +\\d+\\. .*")).count();
    assertThat(refused.problem()).startsWith(problems + " things keep the application from");
    assertThat(refused.fix().lines().filter(each -> each.matches(" +\\d+\\. .*")))
        .hasSize(problems);
  }

  @Test
  void soItDoesOfAllHandlersThatNothingGuards() {
    StartUpException refused = Application.of(Notebook.class, UnguardedPages.class).refused();

    assertThat(refused.problem())
        .startsWith("2 things keep the application from starting")
        .contains(
            "UnguardedPages$Terms (bean '/terms') answers",
            "UnguardedPages$Prices (bean '/prices') answers");
  }

  @Test
  void whereNothingAuthenticatesTheFirstEndpointAndTheNumberOfOthersAreNamed() {
    StartUpException refused = Application.of(Notebook.class).acceptingNoTokens().refused();

    assertThat(refused.problem())
        .contains("is secured, as are 4 others, but nothing is configured that could authenticate");
    assertThat(refused.fix()).startsWith("set 'gatewright.jwt.issuers'");
  }
}
