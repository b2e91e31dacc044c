package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.UnaskedElements;
import dev.gatewright.spring.startup.StartUpException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is null that a constraint forbids, in what a body holds that nobody validates. */
class UnaskedElementsIT {
  @ParameterizedTest
  @CsvSource({"/list, [%s]", "/map, {\"a\":%s}"})
  void whatIsMissingIsRefused(String path, String body) {
    try (RunningApplication running =
        Requests.start(UnaskedElements.Endpoints.class, UnaskedElements.Subtypes.class)) {
      String whole = "{\"@type\":\"card\",\"amount\":1,\"text\":\"t\"}";
      assertThat(Requests.json(running, path, body.formatted(whole)).text()).contains("read ");
      assertThat(
              Requests.json(running, path, body.formatted(whole.replace("\"amount\":1,", "")))
                  .text())
          .doesNotContain("read ");
    } catch (StartUpException refused) {
      // As good.
    }
  }
}
