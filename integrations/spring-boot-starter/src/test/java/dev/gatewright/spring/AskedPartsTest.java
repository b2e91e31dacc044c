package dev.gatewright.spring;

import static dev.gatewright.spring.RefusedStart.jwtAnd;
import static dev.gatewright.spring.RefusedStart.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatewright.runtime.caller.Revocations;
import dev.gatewright.runtime.event.SecurityEventSink;
import dev.gatewright.spring.bank.BankApplication;
import dev.gatewright.spring.event.StructuredLogSink;
import dev.gatewright.spring.startup.StartUpException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Parts of the gate that are the application's own are the ones that are asked. */
class AskedPartsTest {
  private static final String REVOKING =
      """
      package %1$s;
      import dev.gatewright.runtime.caller.*;
      import dev.gatewright.spring.GatewrightAutoConfiguration;
      import org.springframework.boot.autoconfigure.*;
      import org.springframework.boot.autoconfigure.condition.*;
      import org.springframework.context.annotation.*;
      @AutoConfiguration%2$s
      public class Company {
        @Bean @ConditionalOnMissingBean(Revocations.class)
        Revocations ofCompany() { return new All(); }
        static class All implements Revocations {
          @Override public boolean isRevoked(Caller caller) { return true; }
        }
      }
      """;

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  /** Spring finds classes of applications as this thread sees them. */
  private static void company(String packageName, String order) {
    Class<?> company =
        WithoutProcessor.compile(packageName + ".Company", REVOKING.formatted(packageName, order));
    Thread.currentThread().setContextClassLoader(company.getClassLoader());
    try {
      Path classes = Path.of(company.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path imports = classes.resolve("META-INF/spring/" + AutoConfiguration.class.getName());
      Files.createDirectories(imports.getParent());
      Files.writeString(Path.of(imports + ".imports"), company.getName());
    } catch (IOException | URISyntaxException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @AfterEach
  void restoreClassLoader() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme", "org.acme"})
  void thatOfACompanysAutoConfigurationIsAskedWhateverItsPackage(String packageName) {
    company(packageName, "");
    try (RunningApplication application = RunningApplication.start(BankApplication.class)) {
      assertThat(
              application
                  .get(
                      "/accounts/page?number=1",
                      "Authorization",
                      "Bearer " + RunningApplication.tokenOf("alice"))
                  .statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void oneThatMakesWayForTheDefaultStopsTheStart() {
    company("org.acme", "(after = GatewrightAutoConfiguration.class)");
    StartUpException refused = refused(BankApplication.class, jwtAnd());

    assertThat(refused.problem()).contains("org.acme.Company#ofCompany", "'gatewrightRevocations'");
    assertThat(refused.fix()).contains("before = GatewrightAutoConfiguration.class");
  }

  @Test
  void severalOfOneKindStopTheStartEvenWhereOneIsNamedAsTheParameter() {
    assertThat(refused(List.of(BankApplication.class, Several.class), jwtAnd()).problem())
        .contains(Revocations.class.getName(), "[revocations, others]");
  }

  @Test
  void thePrimaryOfSeveralIsAsked() {
    RunningApplication.startBare(List.of(BankApplication.class, WithPrimary.class), jwtAnd())
        .close();
  }

  @ParameterizedTest
  @ValueSource(classes = {OwnRevocations.class, OwnSink.class})
  void oneOfAChildContextBesideTheGateOfItsParentStopsTheStart(Class<?> own) {
    Throwable thrown = catchThrowable(() -> child(own));

    assertThat(thrown)
        .isInstanceOf(StartUpException.class)
        .hasMessageContaining("'own'")
        .hasMessageContaining("of a child context");
  }

  @Test
  void aChildContextWithoutPartsOfItsOwnStarts() {
    child(Plain.class);
  }

  private static void child(Class<?> own) {
    new SpringApplicationBuilder(Plain.class)
        .web(WebApplicationType.NONE)
        .properties(RunningApplication.jwt().toArray(String[]::new))
        .child(BankApplication.class, own)
        .web(WebApplicationType.SERVLET)
        .properties("server.port=0", "management.server.port=-1")
        .run()
        .close();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Plain {}

  @Configuration(proxyBeanMethods = false)
  static class OwnRevocations {
    @Bean
    Revocations own() {
      return Revocations.none();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnSink {
    @Bean
    SecurityEventSink own() {
      return new StructuredLogSink();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Several {
    @Bean
    Revocations revocations() {
      return Revocations.none();
    }

    @Bean
    Revocations others() {
      return Revocations.none();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class WithPrimary {
    @Bean
    @Primary
    Revocations first() {
      return Revocations.none();
    }

    @Bean
    Revocations second() {
      return Revocations.none();
    }
  }
}
