package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.container.DefinedInXml;
import dev.gatewright.applications.vault.Desk;
import dev.gatewright.applications.vault.Keeper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Beans that are defined in XML: by a class, a parent, a method or a factory. */
class DefinitionsIT {
  private static Application defined(String file) {
    return Application.of(DefinedInXml.class, Desk.class).with("test.definitions=" + file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"class", "abstract-parent", "two-parents", "concrete-parent", "inner-parent"})
  void aDefinitionThatLeadsToAClassGetsItsGuard(String file) {
    try (RunningApplication running = defined(file).start()) {
      running.get("/desk/by-name").isClosedWith(401);
      running
          .get("/desk/by-name", "Authorization: Bearer " + Tokens.withRole("keeper"))
          .isTheSecret();
      if (file.equals("inner-parent")) {
        running.get("/desk/held").isClosedWith(401);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "factory-method, Makers.make()",
    "factory-bean-method, Makers.makeOne()",
    "factory-method-parent, Makers.make()",
    "factory-bean, The factory bean",
    "factory-bean-parent, The factory bean"
  })
  void whatMakesAnotherBeanIsNamed(String file, String maker) {
    assertThat(defined(file).refused())
        .hasMessageContaining(maker.replace("Makers", DefinedInXml.Makers.class.getName()))
        .hasMessageContaining("'keeper'")
        .hasMessageContaining(Keeper.class.getName())
        .hasMessageNotContaining("null");
  }
}
