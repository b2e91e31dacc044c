package dev.gatewright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.apikey.ApiKeyAuthenticator;
import dev.gatewright.authentication.apikey.ApiKeyHasher;
import dev.gatewright.authentication.apikey.ApiKeys;
import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.KeySource;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.authentication.jwt.VerificationKey;
import dev.gatewright.issuing.TokenIssuer;
import dev.gatewright.issuing.TokenRequest;
import dev.gatewright.spring.bank.BankApplication;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Parts that the application has beans of its own for, and properties that they do not take. */
class ReplacedPartsTest {
  private static final SecretKey SECRET = new SecretKeySpec(new byte[64], "HmacSHA256");

  private static final String[] WITH_KEYS =
      RefusedStart.jwtAnd(
          "gatewright.api-keys.pepper=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
          "gatewright.api-keys.keys[0].id=gzu2zavaxi2fkcxs",
          "gatewright.api-keys.keys[0].hash=PuC75M626VwgR2evY4Skbn2ncaLPrJ-VqGRVtZa8FVg",
          "gatewright.api-keys.keys[0].owner=partner");

  @Test
  void configuredApiKeysThatNobodyLooksUpStopStartUp() {
    for (Class<?> own : List.of(OwnApiKeys.class, OwnAuthenticator.class)) {
      assertThat(RefusedStart.refused(List.of(BankApplication.class, own), WITH_KEYS).problem())
          .as(own.getSimpleName())
          .contains("'gatewright.api-keys.keys' is set", "of its own");
    }
  }

  @Test
  void configuredApiKeysAreForAnAuthenticatorThatTakesThem() {
    RunningApplication.startBare(
            List.of(BankApplication.class, AuthenticatorOfConfiguredKeys.class), WITH_KEYS)
        .close();
    RunningApplication.startBare(BankApplication.class, WITH_KEYS).close();
  }

  @Test
  void anIssuersKeysAreThoseOfTheBeanThatItNames() {
    List<String> properties = withKeySource("ownKeys");
    properties.add("gatewright.transport.https=required-except-loopback");
    String token =
        TokenIssuer.builder()
            .issuer(RunningApplication.ISSUER)
            .audience(RunningApplication.AUDIENCE)
            .key(SigningKey.of("own", JwtAlgorithm.HS256, SECRET))
            .build()
            .issue(TokenRequest.of("alice").withRoles(List.of("customer")))
            .value();
    try (RunningApplication application =
        RunningApplication.startBare(
            List.of(BankApplication.class, OwnKeySource.class),
            properties.toArray(String[]::new))) {
      assertThat(statusWith(token, application)).isEqualTo(200);
      assertThat(statusWith(RunningApplication.tokenOf("alice"), application)).isEqualTo(401);
    }
  }

  @Test
  void aClockOfTheApplicationThatStandsStillRevivesNoToken() {
    Instant then = Instant.parse("2020-05-05T12:00:00Z");
    String token =
        RunningApplication.issuer()
            .clock(InstantSource.fixed(then))
            .build()
            .issue(TokenRequest.of("alice").withRoles(List.of("customer")))
            .value();
    for (Class<?> clock : List.of(StandingClock.class, FirstStandingClock.class)) {
      try (RunningApplication application =
          RunningApplication.start(List.of(BankApplication.class, clock))) {
        assertThat(statusWith(token, application)).as(clock.getSimpleName()).isEqualTo(401);
        assertThat(statusWith(RunningApplication.tokenOf("alice"), application)).isEqualTo(200);
      }
    }
    try (RunningApplication application =
        RunningApplication.start(List.of(BankApplication.class, NamedClock.class))) {
      assertThat(statusWith(token, application)).as("the gate's own clock").isEqualTo(200);
    }
  }

  private static int statusWith(String token, RunningApplication application) {
    return application
        .get("/accounts/page?number=1", "Authorization", "Bearer " + token)
        .statusCode();
  }

  @Test
  void aKeySourceThatIsNotThereOrNotAloneStopsStartUp() {
    List<Class<?>> sources = List.of(BankApplication.class, OwnKeySource.class);
    assertThat(
            RefusedStart.refused(sources, withKeySource("others").toArray(String[]::new)).problem())
        .contains("'gatewright.jwt.issuers.main.key-source' names 'others'");
    assertThat(
            RefusedStart.refused(
                    sources, RefusedStart.jwtAnd("gatewright.jwt.issuers.main.key-source=ownKeys"))
                .problem())
        .contains("main.keys' and 'gatewright.jwt.issuers.main.key-source' are both set");
  }

  private static List<String> withKeySource(String bean) {
    List<String> properties =
        new ArrayList<>(
            List.of(StartUpPropertiesTest.jwtWithout("gatewright.jwt.issuers.main.keys")));
    properties.add("gatewright.jwt.issuers.main.key-source=" + bean);
    return properties;
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnApiKeys {
    @Bean
    ApiKeys ownApiKeys() {
      return ApiKeys.of(List.of());
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnAuthenticator {
    @Bean
    ApiKeyAuthenticator ownAuthenticator(ApiKeyHasher hasher) {
      return ApiKeyAuthenticator.builder(ApiKeys.of(List.of()), hasher).build();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class AuthenticatorOfConfiguredKeys {
    @Bean
    ApiKeyAuthenticator ownAuthenticator(ApiKeys keys, ApiKeyHasher hasher) {
      return ApiKeyAuthenticator.builder(keys, hasher).build();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnKeySource {
    @Bean
    KeySource ownKeys() {
      return KeySource.of(List.of(VerificationKey.of("own", JwtAlgorithm.HS256, SECRET)));
    }
  }

  /** As tests of an application's own deadlines have one. */
  @Configuration(proxyBeanMethods = false)
  static class StandingClock {
    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2020-05-05T12:00:00Z"), ZoneOffset.UTC);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class FirstStandingClock {
    @Bean
    @Primary
    Clock clock() {
      return Clock.fixed(Instant.parse("2020-05-05T12:00:00Z"), ZoneOffset.UTC);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class NamedClock {
    @Bean
    InstantSource gatewrightClock() {
      return InstantSource.fixed(Instant.parse("2020-05-05T12:00:00Z"));
    }
  }
}
