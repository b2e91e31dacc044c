package dev.gatewright.spring;

import static dev.gatewright.spring.RefusedStart.jwtAnd;
import static dev.gatewright.spring.RefusedStart.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.spring.bank.BankApplication;
import dev.gatewright.spring.startup.StartUpException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
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

  @RestController
  static class Entities {
    @PostMapping("/entities")
    @Secured
    String take(HttpEntity<Map<String, String>> entity) {
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
