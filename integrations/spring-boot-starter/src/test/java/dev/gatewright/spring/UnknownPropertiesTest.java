package dev.gatewright.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatewright.spring.bank.BankApplication;
import dev.gatewright.spring.startup.StartUpException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Properties that nothing reads, as they are misspelled. */
class UnknownPropertiesTest {

  private static StandardEnvironment environment(String... names) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String name : names) {
      properties.put(name, "x");
    }
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
    return environment;
  }

  private static StartUpException refused(String... names) {
    return catchThrowableOfType(
        StartUpException.class, () -> UnknownProperties.verify(environment(names)));
  }

  @ParameterizedTest
  @CsvSource({
    "gatewright.exemption, 'exemptions'",
    "gatewright.jwts.clock-skew, 'jwt'",
    "gatewright.jwt.issuer.main.audience, 'issuers'",
    "gatewright.jwt.issuers.main.audiance, 'audience'",
    "gatewright.jwt.issuers.main.keys[0].secrets, 'secret'",
    "gatewright.limit.slots, 'limits'",
    "gatewright.limits.slot, 'slots'",
    "gatewright.limits.overrides[Orders.list#list].permit, 'permits'",
    "gatewright.input.unknown-query-parameter, 'unknown-query-parameters'",
    "gatewright.transport.http, 'https'",
    "gatewright.transport.client-certificate-headers, 'client-certificate-header'",
    "gatewright.step-up.acr, 'acr-values'",
    "gatewright.redis.uri, 'uris'",
    "gatewright.secrets.dir, 'directory'",
    "gatewright.challenge.proof-of-work.bits, 'difficulty'",
  })
  void oneIsNamedWithTheNamesThatAreKnownThere(String name, String known) {
    StartUpException refused = refused(name);

    assertThat(refused.problem())
        .contains("the property '" + name + "'", "from property source \"test\"", "is not known");
    assertThat(refused.fix()).startsWith("correct the name; known there are ").contains(known);
  }

  @Test
  void allAreNamedAtOnce() {
    assertThat(refused("gatewright.redis.uri", "gatewright.limits.slot"))
        .hasMessageContaining("these properties are not known: ")
        .hasMessageContaining("'gatewright.redis.uri'")
        .hasMessageContaining("'gatewright.limits.slot'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gatewright.exemptions",
        "gatewright.exemptions[1]",
        "gatewright.realm",
        "gatewright.stepUp.acrValues",
        "gatewright.jwt.issuers.main.audience",
        "gatewright.jwt.issuers.any-name.keys[12].secret",
        "gatewright.jwt.ISSUERS.main.Roles_Claim",
        "gatewright.limits.overrides.[Orders.list#list].permits",
        "gatewright.transport.client-certificate-header",
        "gatewright.transport.trusted-proxies[0]",
        "gatewrights.anything",
        "gatewright"
      })
  void oneThatIsReadIsWelcomeHoweverItIsWritten(String name) {
    assertThatCode(() -> UnknownProperties.verify(environment(name))).doesNotThrowAnyException();
  }

  /** Kubernetes sets such for a service that is called gatewright. */
  @Test
  void environmentVariablesAreLeftAlone() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of("GATEWRIGHT_SERVICE_HOST", "10.0.0.1")));

    assertThatCode(() -> UnknownProperties.verify(environment)).doesNotThrowAnyException();
  }

  @Test
  void oneStopsTheStart() {
    assertThat(
            RefusedStart.refused(
                    BankApplication.class, RefusedStart.jwtAnd("gatewright.limits.slot=2048"))
                .problem())
        .contains("'gatewright.limits.slot'");
  }
}
