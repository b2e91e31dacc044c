package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.filter.Intercepted;
import dev.gatewright.applications.vault.Vault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interceptors of the application's work for requests that were admitted. */
class InterceptorOrderIT {
  private static final String KEEPER = "Authorization: Bearer " + Tokens.withRole("keeper");

  @ParameterizedTest
  @ValueSource(classes = {Intercepted.Configured.class, Intercepted.Mapped.class})
  void noInterceptorStandsBeforeTheAdmission(Class<?> interceptor) {
    Attempt.of(Application.of(Vault.class, interceptor))
        .isRefusedOr(
            running -> {
              Intercepted.SEEN.set(0);
              running.get("/vault").isClosedWith(401);
              assertThat(Intercepted.SEEN).hasValue(0);
              running.get("/vault", KEEPER).isTheSecret();
              assertThat(Intercepted.SEEN).hasValue(1);
            });
  }
}
