package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.answer.Views;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the view that an endpoint names is shown. */
class ViewsIT {
  @ParameterizedTest
  @ValueSource(strings = {"/views/plain", "/views/entity"})
  void onlyAPartIsShown(String path) {
    try (RunningApplication running = Application.of(Views.class).start()) {
      assertThat(running.get(path).isClosed().text()).contains("thing");
    }
  }
}
