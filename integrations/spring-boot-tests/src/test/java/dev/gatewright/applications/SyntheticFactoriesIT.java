package dev.gatewright.applications;

import dev.gatewright.applications.container.SyntheticFactories;
import dev.gatewright.applications.vault.Desk;
import dev.gatewright.spring.startup.StartUpException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a factory bean with a synthetic definition makes is looked at, whatever it says of it. */
class SyntheticFactoriesIT {
  @ParameterizedTest
  @CsvSource({
    "OfInterface, /desk",
    "OfInterface, /desk/by-name",
    "OfUnknown, /desk/by-name",
    "OfSeveral, /desk",
  })
  void noProductAnswersWithoutItsGuard(String definition, String path)
      throws ClassNotFoundException {
    Class<?> application = Class.forName(SyntheticFactories.class.getName() + "$" + definition);
    try (RunningApplication running = Application.of(Desk.class, application).start()) {
      running.get(path).isClosed();
    } catch (StartUpException refused) {
      // As good.
    }
  }
}
