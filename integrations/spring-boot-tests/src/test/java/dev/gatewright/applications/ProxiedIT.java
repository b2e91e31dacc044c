package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.entity.Entities;
import dev.gatewright.applications.input.Proxied;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Constraints at fields are asked of the object behind a proxy, or the call is refused. */
@ExtendWith(OutputCaptureExtension.class)
class ProxiedIT {
  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running =
        Application.of(
                Proxied.Cart.class,
                Proxied.ByGetter.class,
                Proxied.Orders.class,
                Proxied.Endpoints.class)
            .with("logging.level.dev.gatewright=error")
            .start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static Answer post(RunningApplication application, String path) {
    return application.request(
        "POST", path, "Authorization: Bearer " + Tokens.withRole("user"), "Content-Length: 0");
  }

  private static void assertRead(Answer answer, String read) {
    assertThat(answer.text()).startsWith("HTTP/1.1 200 ").endsWith("read " + read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/endpoint", "/service", "/by-getter", "/advised", "/plain"})
  void theObjectBehindAProxyIsValidated(String path) {
    assertRead(post(running, path + "?count=4"), "4");
    post(running, path + "?count=4000").isClosedWith(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/endpoint", "/service", "/advised"})
  void soAreItsElements(String path) {
    assertRead(post(running, path + "?note=abc"), "1");
    post(running, path + "?note=abcd").isClosedWith(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/list", "/map", "/array", "/optional", "/holder", "/made"})
  void aProxyThatIsNotLookedBehindIsRefused(String path, CapturedOutput output) {
    post(running, path + "?count=4000").isClosedWith(500);
    assertThat(output)
        .contains("The constraints of " + Proxied.Cart.class.getName() + ".")
        .contains("is a proxy, whose fields are empty. Fix: ");
    post(running, path + "?count=4").isClosedWith(500);
  }

  @Test
  void theEntityBehindAReferenceIsValidated() {
    try (RunningApplication entities =
        Application.of(Entities.class, Entities.Endpoints.class, Entities.Orders.class)
            .using(Library.JPA)
            .with("spring.jpa.hibernate.ddl-auto=create")
            .with("spring.jpa.properties.jakarta.persistence.validation.mode=none")
            .start()) {
      assertRead(post(entities, "/reference?text=abc"), "abc");
      post(entities, "/reference?text=abcd").isClosedWith(422);
      assertRead(post(entities, "/service?text=abc"), "abc");
      post(entities, "/service?text=abcd").isClosedWith(422);
      post(entities, "/list?text=abcd").isClosedWith(500);
    }
  }
}
