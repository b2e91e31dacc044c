package dev.gatewright.spring;

import static dev.gatewright.spring.RefusedStart.jwtAnd;
import static dev.gatewright.spring.RefusedStart.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Scheme;
import dev.gatewright.Secured;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.spring.bank.BankApplication;
import dev.gatewright.spring.startup.StartUpException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpEntity;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** What stops the application's start. */
class StartUpTest {

  private static final Class<?> FORGOTTEN =
      WithoutProcessor.compile(
          "forgotten.Forgotten",
          """
          package forgotten;
          import org.springframework.web.bind.annotation.*;
          @RestController
          public class Forgotten {
            @GetMapping("/forgotten") public String answer() { return "open"; }
          }
          """);

  private static final Class<?> UNPROCESSED =
      WithoutProcessor.compile(
          "unprocessed.Unprocessed",
          """
          package unprocessed;
          import dev.gatewright.Secured;
          public class Unprocessed {
            @Secured public String open() { return "gold"; }
          }
          """);

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

  @Test
  void dpopNeedsAccessTokens() {
    assertThat(
            refused(BankApplication.class, "gatewright.dpop.origins=https://api.example").problem())
        .contains(
            "'gatewright.dpop'",
            "'gatewright.jwt.issuers' is missing",
            "'gatewright.introspection.uri'");
  }

  @Test
  void anAnnotatedBeanWithoutAGuardStopsStartUp() {
    StartUpException refused = refused(List.of(Empty.class, UNPROCESSED), jwtAnd());

    assertThat(refused.problem())
        .contains("unprocessed.Unprocessed ", "unprocessed.UnprocessedGuard was not generated");
    assertThat(refused.fix())
        .contains("<annotationProcessorPaths>", "gatewright-processor", "annotationProcessor(\"");
  }

  @Test
  void aBeanMethodThatMakesAnUnguardedBeanStopsStartUp() {
    StartUpException refused = refused(MakesUnguarded.class, jwtAnd());

    assertThat(refused.problem()).contains("The factory method", "MakesUnguarded.vault()");
    assertThat(refused.fix()).contains("return new StartUpTest_VaultGuard(");
  }

  @Test
  void aBeanMethodThatMakesTheGuardIsWelcome() {
    try (RunningApplication application =
        RunningApplication.startBare(MakesGuarded.class, jwtAnd())) {
      assertThat(application.context().getBean(Vault.class)).isInstanceOf(Guard.class);
    }
  }

  @Test
  void aLazyBeanThatIsNotItsGuardIsNeverHandedOut() {
    try (RunningApplication application =
        RunningApplication.startBare(MakesUnguardedLater.class, jwtAnd())) {
      assertThatThrownBy(() -> application.context().getBean(Vault.class))
          .hasRootCauseInstanceOf(StartUpException.class);
    }
  }

  @Test
  void aSupplierOfAnUnguardedBeanStopsStartUp() {
    Throwable thrown =
        catchThrowable(
            () ->
                new SpringApplicationBuilder(Empty.class)
                    .properties("server.port=0")
                    .initializers(
                        context ->
                            ((GenericApplicationContext) context)
                                .registerBean(Vault.class, Vault::new))
                    .run()
                    .close());

    assertThat(thrown).isInstanceOf(StartUpException.class).hasMessageContaining("A supplier");
  }

  @Test
  void nothingIsOpenByOmission() {
    StartUpException refused = refused(List.of(Empty.class, FORGOTTEN));

    assertThat(refused.problem()).contains("Forgotten", "has no guard");
    assertThat(refused.fix()).contains("gatewright.exemptions");
  }

  @Test
  void routesAreNotOpenByOmissionEither() {
    assertThat(refused(Routes.class).problem())
        .contains("The route (GET && /route)", "has no guard");
  }

  @Test
  void handlersThatAreListedMayStayUnguarded() {
    try (RunningApplication application =
        RunningApplication.startBare(
            List.of(Empty.class, FORGOTTEN), "gatewright.exemptions=forgotten.Forgotten")) {
      assertThat(application.get("/forgotten").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aBodyThatWouldNotBeReadStrictlyStopsStartUp() {
    assertThat(refused(List.of(Empty.class, Entities.class), jwtAnd()).getMessage())
        .contains("Entities.take", "HttpEntity", "@RequestBody");
    assertThat(refused(List.of(Empty.class, Parts.class), jwtAnd()).getMessage())
        .contains("Parts.take", "@RequestPart");
  }

  @Test
  void aPublicEndpointHasNoCaller() {
    assertThat(refused(List.of(Empty.class, Callers.class), jwtAnd()).getMessage())
        .contains("Callers.greet", "@Public", "Caller");
  }

  @Test
  void aLimitThatCannotBeKeptStopsStartUp() {
    assertThat(refused(List.of(Empty.class, Limits.class, SmallStore.class), jwtAnd()).getMessage())
        .contains("Limits.greet");
  }

  @ParameterizedTest
  @CsvSource({
    "server.forward-headers-strategy=native",
    "server.forward-headers-strategy=framework",
    "spring.main.cloud-platform=kubernetes"
  })
  void nobodyMayRewriteTheClientsAddressBeforeTheGate(String property) {
    StartUpException refused = refused(BankApplication.class, jwtAnd(property));

    assertThat(refused.problem()).contains("server.forward-headers-strategy");
    assertThat(refused.fix()).contains("gatewright.transport.trusted-proxies");
  }

  /** Guarded by the processor, as every class of these tests. */
  static class Vault {
    @Secured
    String open() {
      return "gold";
    }
  }

  @Service
  static class TokenService {
    @Secured(schemes = Scheme.BEARER)
    String call() {
      return "called";
    }
  }

  @RestController
  static class Entities {
    @PostMapping("/entities")
    @Secured
    String take(HttpEntity<Map<String, String>> entity) {
      return "taken";
    }
  }

  @RestController
  static class Parts {
    @PostMapping("/parts")
    @Secured
    String take(@RequestPart Map<String, String> part) {
      return "taken";
    }
  }

  @RestController
  static class Callers {
    @GetMapping("/callers")
    @Public(reason = "test")
    String greet(Caller caller) {
      return "hello";
    }
  }

  @RestController
  static class Limits {
    @GetMapping("/limits")
    @Secured
    @RateLimited(permits = 1_000, per = "366d")
    String greet() {
      return "hello";
    }
  }

  /** A store whose bounds are narrower than those that the compiler knows. */
  @Configuration(proxyBeanMethods = false)
  static class SmallStore implements RateLimiter {
    @Override
    public LimitGroup group(List<LimitPolicy> limits) {
      throw new IllegalArgumentException("limit " + limits.get(0).id() + " cannot be kept");
    }

    @Override
    public void verify(LimitPolicy limit) {
      throw new IllegalArgumentException("limit " + limit.id() + " cannot be kept");
    }

    @Override
    public void change(LimitPolicy limit) {
      throw new IllegalArgumentException("limit " + limit.id() + " cannot be kept");
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Empty {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(TokenService.class)
  static class OnlyBearer {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class MakesUnguarded {
    @Bean
    Vault vault() {
      return new Vault();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class MakesUnguardedLater {
    @Bean
    @Lazy
    Vault vault() {
      return new Vault();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class MakesGuarded {
    @Bean
    Vault vault(Gate gate) {
      return new StartUpTest_VaultGuard(gate);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Routes {
    @Bean
    RouterFunction<ServerResponse> routes() {
      return RouterFunctions.route().GET("/route", request -> ServerResponse.ok().build()).build();
    }
  }
}
