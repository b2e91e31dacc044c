package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.mapping.Unguarded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What bears annotations and was made by hand answers nobody, whatever is exempt. */
class UnguardedHandlersIT {

  @ParameterizedTest
  @ValueSource(
      classes = {
        Unguarded.OneServlet.class,
        Unguarded.WholeServlet.class,
        Unguarded.OnePath.class,
        Unguarded.OneRoute.class,
        Unguarded.OneMethod.class,
        Unguarded.OneMethodMore.class
      })
  void noExemptionOpensIt(Class<?> application) {
    for (String exempt : new String[] {Unguarded.class.getName(), "way"}) {
      assertThat(Application.of(application).exempting(exempt).refused())
          .hasMessageContaining(Unguarded.class.getName())
          .hasMessageContaining("make it a bean, so that its guard takes its place")
          .hasMessageNotContainingAny("gatewright.exemptions");
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Unguarded.OneServlet.class, Unguarded.WholeServlet.class})
  void norDoesTheNameOfAServlet(Class<?> application) {
    assertThat(Application.of(application).exempting("named").refused())
        .hasMessageContaining(Unguarded.class.getName());
  }

  @Test
  void whatIsMappedLaterDoesNotAnswer() {
    try (RunningApplication running =
        Application.of().exempting(Unguarded.class.getName()).start()) {
      Unguarded.register(
          running
              .context()
              .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class),
          "/late");

      running.get("/late").isClosedWith(503);
    }
  }
}
