package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.filter.AnsweringFilter;
import dev.gatewright.applications.filter.Filters;
import dev.gatewright.applications.mapping.MappingsByHand;
import dev.gatewright.applications.mapping.SecretHandler;
import dev.gatewright.applications.vault.Vault;
import dev.gatewright.spring.startup.StartUpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries of {@code gatewright.exemptions} that stand for nothing, and those that do. */
class ExemptionsIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.gatewright.applications.filter.AnsweringFiltre",
        "dev.gatewright.applications.filter.Filters.Lambda$Nothing",
        "dev.gatewright.applications.filter",
        "dev.gatewright.applications.filter.*",
        "answerring",
        "restHandlerMapping"
      })
  void anEntryThatNothingIsCalledByStopsTheStart(String entry) {
    StartUpException refused =
        Application.of(Filters.PlainBean.class)
            .exempting(AnsweringFilter.class.getName(), entry)
            .refused();

    assertThat(refused).hasMessageContaining("'" + entry + "'").hasMessageContaining("Fix:");
  }

  @ParameterizedTest
  @CsvSource({"-1", "0"})
  void norDoesAnActuatorOnAPortOfItsOwnHideIt(String port) {
    assertThat(
            Application.of(Vault.class)
                .with("management.server.port=" + port)
                .exempting("nothing.Here")
                .refused())
        .hasMessageContaining("'nothing.Here'");
  }

  /** A class may be registered later, and a bean may answer later. */
  @ParameterizedTest
  @ValueSource(
      strings = {"dev.gatewright.applications.mapping.SecretHandler", "vault", "answering"})
  void anEntryThatMayStandForSomethingLaterStarts(String entry) {
    assertThat(SecretHandler.class.getName())
        .isEqualTo("dev.gatewright.applications.mapping.SecretHandler");
    Application.of(Filters.PlainBean.class, Vault.class).exempting(entry).start().close();
  }

  /** The class of Spring's handlers would open all of them. */
  @ParameterizedTest
  @CsvSource({"RegistersViewController, viewControllerHandlerMapping", "HoldsView, /secret"})
  void theEntryThatTheRefusalOfSpringsHandlerProposesLetsItStart(String way, String entry)
      throws ClassNotFoundException {
    Class<?> application = Class.forName(MappingsByHand.class.getName() + "$" + way);
    assertThat(Application.of(application).refused())
        .hasMessageEndingWith("in 'gatewright.exemptions': " + entry + ".");

    Application.of(application).exempting(entry, SecretHandler.class.getName()).start().close();
  }

  /** What a refusal proposes is applied word for word. */
  @Test
  void theEntryThatARouterFunctionsRefusalProposesLetsItStart() {
    StartUpException refused = Application.of(MappingsByHand.RouterFunctionBean.class).refused();
    String message = String.valueOf(refused.getMessage());
    String entry = message.substring(message.lastIndexOf(": ") + 2, message.length() - 1);

    assertThat(entry).isEqualTo("secretRoutes");
    assertThat(message).contains("annotated controller").doesNotContain("annotate its handler");
    try (RunningApplication running =
        Application.of(MappingsByHand.RouterFunctionBean.class).exempting(entry).start()) {
      running.get("/secret").isTheSecret();
    }
  }
}
