package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewright.applications.mapping.MappingsByHand;
import dev.gatewright.applications.servlet.SecretServlet;
import dev.gatewright.applications.servlet.Servlets;
import dev.gatewright.applications.servlet.scanned.Scanned;
import dev.gatewright.spring.startup.StartUpException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servlets beside Spring MVC's, and dispatchers beside the first. */
class ServletsIT {
  private static final String SERVLET = SecretServlet.class.getName();

  static Stream<Arguments> servlets() {
    return Stream.of(
        arguments(Servlets.RegistrationBean.class, SERVLET),
        arguments(Servlets.PlainBean.class, SERVLET),
        arguments(Servlets.Initializer.class, SERVLET),
        arguments(Servlets.InitializerByClass.class, SERVLET),
        arguments(Servlets.NamedDefault.class, SERVLET),
        arguments(Servlets.LazyBean.class, SERVLET),
        arguments(Scanned.class, Scanned.ScannedServlet.class.getName()),
        arguments(
            Servlets.ExtendsSpringsServlet.class,
            Servlets.ExtendsSpringsServlet.class.getName() + "$AnsweringFrameworkServlet"));
  }

  @ParameterizedTest
  @MethodSource("servlets")
  void aServletThatIsNotExemptStopsTheStart(Class<?> application, String servlet) {
    assertThat(Application.of(application).refused())
        .hasMessageContaining(servlet)
        .hasMessageContaining("gatewright.exemptions");
  }

  @ParameterizedTest
  @MethodSource("servlets")
  void theSameServletTellsTheSecretWhereItIsExempt(Class<?> application, String servlet) {
    try (RunningApplication running = Application.of(application).exempting(servlet).start()) {
      // A bean that is nothing but a servlet is mapped to its name and a slash.
      running.get(application == Servlets.PlainBean.class ? "/secret/" : "/secret").isTheSecret();
    }
  }

  @Test
  void theHandlersOfASecondDispatcherStopTheStart() {
    StartUpException refused = Application.of(Servlets.SecondDispatcher.class).refused();

    assertThat(refused)
        .hasMessageContaining("'second'")
        .hasMessageContaining("gatewright.exemptions");
  }

  @Test
  void theHandlersOfASecondDispatcherAnswerWhereTheyAreExempt() {
    try (RunningApplication running =
        Application.of(Servlets.SecondDispatcher.class)
            .exempting("secretRoutes", "second", MappingsByHand.RouterFunctionBean.class.getName())
            .start()) {
      running.get("/second/secret").isTheSecret();
    }
  }

  @Test
  void aDispatcherThatStartsWithItsFirstRequestIsClosed() {
    Attempt.of(Application.of(Servlets.SecondDispatcherLater.class))
        .isRefusedOr(running -> running.get("/second/secret").isClosed());
  }

  @Test
  void anAnnotatedBeanOfASecondDispatcherIsGuardedOrNotStarted() {
    Attempt.of(Application.of(Servlets.SecondDispatcherOfVault.class))
        .isRefusedOr(running -> running.get("/second/vault").isClosed());
  }

  @Test
  void aDispatcherOfTheApplicationsDoesNotAnswerItself() {
    Attempt.of(Application.of(Servlets.OwnDispatcher.class))
        .isRefusedOr(running -> running.get("/secret").isClosedWith(503));
  }
}
