package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.container.SyntheticFactories;
import dev.gatewright.applications.vault.Desk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a factory bean with a synthetic definition makes is looked at, whatever it says of it. */
class SyntheticFactoriesIT {
  @ParameterizedTest
  @CsvSource({
    "OfInterface, Keeper",
    "OfUnknown, Keeper",
    "OfSeveral, makes more than one object",
  })
  void noProductAnswersWithoutItsGuard(String definition, String message)
      throws ClassNotFoundException {
    Class<?> application = Class.forName(SyntheticFactories.class.getName() + "$" + definition);

    assertThat(Application.of(Desk.class, application).refused()).hasMessageContaining(message);
  }
}
