package dev.gatewright.applications;

import dev.gatewright.applications.input.BoundObjects;
import dev.gatewright.spring.startup.StartUpException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where Spring binds or converts what was sent, it makes no object whose class bears annotations
 * and that has no guard; or the application does not start.
 */
class BoundObjectsIT {
  @ParameterizedTest
  @CsvSource({
    "Endpoints, /told?keeper.note=x",
    "Endpoints, /told?keeper=x",
    "Endpoints, /kept?keeper.note=x",
    "Endpoints, /inherited?keeper.note=x",
    "Endpoints, /written?keeper=x",
    "Models, /model?keeper.note=x",
    "Binders, /binder?keeper=x",
    "Advised, /advised?keeper=x",
  })
  void noneIsMadeWithoutItsGuard(String endpoints, String path) throws ClassNotFoundException {
    Class<?> controller = Class.forName(BoundObjects.class.getName() + "$" + endpoints);
    Class<?> advice = endpoints.equals("Advised") ? BoundObjects.Advice.class : controller;
    try (RunningApplication running = Requests.start(controller, advice)) {
      running.get(path).isClosed();
    } catch (StartUpException refused) {
      // As good.
    }
  }
}
