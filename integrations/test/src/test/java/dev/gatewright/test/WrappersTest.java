package dev.gatewright.test;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands before a part of an application hands on everything that the part is asked. */
class WrappersTest {

  @ParameterizedTest
  @CsvSource({
    "dev.gatewright.test.TestAuthenticator,dev.gatewright.runtime.caller.Authenticator",
    "dev.gatewright.test.TestRateLimiter,dev.gatewright.runtime.limit.RateLimiter",
    "dev.gatewright.test.TestRateLimiter$Group,dev.gatewright.runtime.limit.LimitGroup",
  })
  void defaultMethodsAreHandedOnToo(Class<?> wrapper, Class<?> part) {
    for (Method method : part.getMethods()) {
      assertThatCode(() -> wrapper.getDeclaredMethod(method.getName(), method.getParameterTypes()))
          .as("%s of %s", method, wrapper)
          .doesNotThrowAnyException();
    }
  }
}
