package dev.gatewright.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;

/** What Spring's test framework is told of tests that cannot run as they are annotated. */
class MistakesIT {

  @Configuration
  static class Empty {}

  @ContextConfiguration(classes = Empty.class)
  static class WithoutGate {
    void runs() {}

    @WithCaller
    void caller() {}

    @WithoutLimits
    void limits() {}
  }

  @ShopTest
  static class Wrong {
    @WithCaller(authenticatedAgo = "a while")
    void ago() {}

    @WithCaller(authenticatedAt = "yesterday")
    void at() {}

    @WithCaller(expiresIn = "5")
    void expires() {}

    @WithCaller(scheme = {Scheme.BEARER, Scheme.DPOP})
    void scheme() {}
  }

  private static void before(Object test, String method) throws Exception {
    TestContextManager manager = new TestContextManager(test.getClass());
    manager.prepareTestInstance(test);
    manager.beforeTestMethod(test, test.getClass().getDeclaredMethod(method));
  }

  @Test
  void aTestWithoutAGateIsLeftAlone() {
    assertThatCode(() -> before(new WithoutGate(), "runs")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"caller,@WithCaller", "limits,@WithoutLimits"})
  void aTestWithoutAGateCannotHaveACallerOrLimits(String method, String annotation) {
    assertThatThrownBy(() -> before(new WithoutGate(), method))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(annotation + ", but its application context has no gate. Fix: ");
  }

  @ParameterizedTest
  @CsvSource({
    "ago,@WithCaller(authenticatedAgo) has \"a while\"",
    "at,@WithCaller(authenticatedAt) has \"yesterday\"",
    "expires,@WithCaller(expiresIn) has \"5\"",
    "scheme,@WithCaller(scheme) has 2 values",
  })
  void aValueThatMeansNothingIsNamed(String method, String message) {
    assertThatThrownBy(() -> before(new Wrong(), method))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message + ". Fix: ");
  }
}
