package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.mapping.LateHandlers;
import dev.gatewright.applications.mapping.Neighbours;
import dev.gatewright.applications.mapping.SecretHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;

/** An exempt bean opens itself, and no other of its class. */
class NeighboursIT {

  @ParameterizedTest
  @ValueSource(
      classes = {
        Neighbours.OneMapping.class,
        Neighbours.OneFunction.class,
        Neighbours.OneFilter.class
      })
  void whatIsListedAnswers(Class<?> application) {
    try (RunningApplication running = Application.of(application).exempting("docs").start()) {
      running.get("/docs").isTheSecret();
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Neighbours.TwoMappings.class,
        Neighbours.TwoFunctions.class,
        Neighbours.TwoFilters.class
      })
  void anotherOfItsClassStopsTheStart(Class<?> application) {
    assertThat(Application.of(application).exempting("docs").refused())
        .hasMessageContaining("gatewright.exemptions");
  }

  @Test
  void norDoesALaterOneOfItsClassAnswer() {
    try (RunningApplication running =
        Application.of(Neighbours.OneMapping.class, LateHandlers.class).exempting("docs").start()) {
      ParameterizableViewController other = new ParameterizableViewController();
      other.setView(new SecretHandler());
      running.context().getBean(LateHandlers.Empty.class).add("/other", other);

      running.get("/other").isClosedWith(503);
      running.get("/docs").isTheSecret();
    }
  }

  @Test
  void routesThatReplaceExemptOnesDoNotAnswerBehindAFilter() {
    try (RunningApplication running =
        Application.of(Neighbours.OneFunction.class).exempting("docs").start()) {
      running
          .context()
          .getBean("routerFunctionMapping", RouterFunctionMapping.class)
          .setRouterFunction(
              RouterFunctions.route()
                  .GET("/late", request -> ServerResponse.ok().body(Secret.TEXT))
                  .filter((request, next) -> next.handle(request))
                  .build());

      running.get("/late").isClosedWith(503);
    }
  }
}
