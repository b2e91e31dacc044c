package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.caller.Callers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The caller comes from the accepted token, however Spring MVC is configured. */
class CallerIT {
  private static final String CLAIMS = "?subject=admin&roles=admin&issuer=i&scheme=BEARER";
  private static final String KEEPER = "Authorization: Bearer " + Tokens.withRole("keeper");

  @ParameterizedTest
  @ValueSource(
      classes = {
        Callers.AsSpringBootDoes.class,
        Callers.ConfiguresItself.class,
        Callers.OwnAdapter.class
      })
  void theCallerIsNeverMadeOfTheRequest(Class<?> configuration) {
    try (RunningApplication running = start(configuration)) {
      running.get("/who" + CLAIMS).isClosedWith(401);
      answers(running.get("/who" + CLAIMS, KEEPER), "somebody as [keeper]");
      answers(running.get("/who", KEEPER), "somebody as [keeper]");
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Callers.AsSpringBootDoes.class,
        Callers.ConfiguresItself.class,
        Callers.OwnAdapter.class
      })
  void aPublicEndpointHasNoCallerWhateverTheRequestSays(Class<?> configuration) {
    try (RunningApplication running = start(configuration)) {
      answers(running.get("/who/perhaps" + CLAIMS), "nobody");
      answers(running.get("/who/perhaps" + CLAIMS, KEEPER), "nobody");
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Callers.AsSpringBootDoes.class,
        Callers.ConfiguresItself.class,
        Callers.OwnAdapter.class
      })
  void anOptionalCallerIsTheOneOfTheTokenOrNobody(Class<?> configuration) {
    try (RunningApplication running = start(configuration)) {
      answers(running.get("/who/optional" + CLAIMS), "nobody");
      answers(running.get("/who/optional" + CLAIMS, KEEPER), "nobody");
      running.get("/who/secured-optional" + CLAIMS).isClosedWith(401);
      answers(running.get("/who/secured-optional" + CLAIMS, KEEPER), "somebody as [keeper]");
    }
  }

  private static RunningApplication start(Class<?> configuration) {
    return Application.of(configuration, Callers.Who.class).start();
  }

  private static void answers(Answer answer, String body) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).contains(body).doesNotContain("admin");
  }
}
