package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.filter.AnsweringFilter;
import dev.gatewright.applications.filter.Filters;
import dev.gatewright.applications.vault.Vault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters and interceptors that answer themselves: nobody asked a policy, so nothing leaves. */
class FiltersIT {
  private static final String FILTER = AnsweringFilter.class.getName();
  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application = Application.of(Filters.PlainBean.class, Vault.class).start();
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "writer",
        "stream",
        "flushed",
        "large",
        "closed",
        "header",
        "committed-header",
        "content-type",
        "language",
        "cookie",
        "redirect",
        "redirect-by-hand",
        "trailer",
        "no-content",
        "nothing",
        "async",
        "async-original",
        "async-non-blocking"
      })
  void whatWouldHaveBeenASuccessBecomesAProblem(String manner) {
    application.get("/answer/" + manner, "TE: trailers").isClosedWith(503);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"error-then-success", "async-without-completion", "early-hints", "not-modified"})
  void whateverBecomesOfTheStatusTheSecretDoesNotLeave(String manner) {
    application.get("/answer/" + manner).isClosed();
  }

  @Test
  void anErrorKeepsItsStatusAndLosesItsBody() {
    application.get("/answer/error-body").isClosedWith(404);
  }

  /** Its message is not in the error page, which is Spring Boot's. */
  @Test
  void anErrorThatIsSentKeepsItsStatus() {
    Answer answer = application.get("/answer/error");

    answer.isClosed();
    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void anErrorKeepsNoHeaderOfTheApplications() {
    application.get("/answer/error-header").isClosedWith(418);
    application.get("/answer/late-error").isClosedWith(500);
  }

  @Test
  void anErrorThatIsSentTakesNoHeaderAlong() {
    Answer answer = application.get("/answer/header-then-error");

    answer.isClosed();
    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void aSuccessThatIsSentAsAnErrorIsNone() {
    application.get("/answer/header-then-no-content").isClosed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"header", "cookie", "committed-header", "header-then-error", "writer"})
  void aPreflightTakesNothingAlong(String manner) {
    application
        .request(
            "OPTIONS",
            "/answer/" + manner,
            "Origin: https://other.example",
            "Access-Control-Request-Method: GET")
        .isClosed();
  }

  @Test
  void aLambdaThatAnswersIsClosed() {
    Attempt.of(lambda())
        .isRefusedOr(
            running -> {
              running.get("/lambda").isClosed();
              running.get("/api/lambda").isClosed();
            });
  }

  @Test
  void aLambdaIsExemptByTheClassItIsWrittenInOrByTheNameOfItsBean() {
    for (String exemption : new String[] {Filters.Lambda.class.getName(), "lambdaFilter"}) {
      try (RunningApplication running = lambda().exempting(exemption).start()) {
        running.get("/lambda").isTheSecret();
        running.get("/api/lambda").isTheSecret();
      }
    }
  }

  /** Only some requests reach Spring's servlet; all others are the container's. */
  private static Application lambda() {
    return Application.of(Filters.Lambda.class)
        .with("server.servlet.register-default-servlet=true", "spring.mvc.servlet.path=/api");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS", "POST", "PUT", "DELETE", "BREW"})
  void noMethodOfHttpIsAWayOut(String method) {
    application.request(method, "/answer/writer").isClosed();
    application.request(method, "/answer/header").isClosed();
    application.request(method, "/answer/redirect").isClosed();
  }

  @Test
  void noConnectionIsUpgraded() {
    Answer answer = application.get("/answer/upgrade");

    answer.isClosed();
    assertThat(answer.status()).isEqualTo(503);
  }

  @Test
  void theRequestThatTheFilterPassesOnIsAnswered() {
    application.get("/vault").isClosedWith(401);
    application.get("/vault", "Authorization: Bearer " + Tokens.withRole("keeper")).isTheSecret();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Filters.PlainBean.class,
        Filters.BeforeAllOthers.class,
        Filters.Initializer.class,
        Filters.Scanned.class
      })
  void noPlaceInTheChainIsAWayOut(Class<?> filters) {
    Attempt.of(Application.of(filters))
        .isRefusedOr(
            running -> {
              running.get("/answer/writer").isClosed();
              running.get("/answer/header").isClosed();
              running.get("/answer/error").isClosed();
              running.get("/answer/async").isClosed();
            });
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Filters.PlainBean.class,
        Filters.BeforeAllOthers.class,
        Filters.Initializer.class,
        Filters.Scanned.class
      })
  void anExemptFilterAnswersFromEveryPlace(Class<?> filters) {
    try (RunningApplication running =
        Application.of(filters).exempting(FILTER, Filters.ScannedFilter.class.getName()).start()) {
      for (String manner : new String[] {"writer", "flushed", "redirect", "error-body"}) {
        running.get("/answer/" + manner).isTheSecret();
      }
      running.get("/answer/trailer", "TE: trailers").isTheSecret();
      running.get("/answer/upgrade").isTheSecret();
      running.get("/answer/async").isTheSecret();
      running.get("/answer/async-original").isTheSecret();
      running.get("/answer/async-non-blocking").isTheSecret();
    }
  }

  @Test
  void anInterceptorThatAnswersIsClosed() {
    Attempt.of(Application.of(Filters.Interceptor.class, Vault.class))
        .isRefusedOr(
            running -> {
              running.get("/vault?intercepted").isClosed();
              running.get("/error?intercepted").isClosed();
            });
  }

  @Test
  void anInterceptorThatIsExemptAnswersWhomThePolicyAdmits() {
    try (RunningApplication running =
        Application.of(Filters.Interceptor.class, Vault.class)
            .exempting(Filters.Interceptor.class.getName())
            .start()) {
      running
          .get("/vault?intercepted", "Authorization: Bearer " + Tokens.withRole("keeper"))
          .isTheSecret();
    }
  }

  @Test
  void aResponseThatIsAnsweredIsNotAnsweredTwice() {
    assertThat(application.get("/answer/large").text()).containsOnlyOnce("HTTP/1.1 ");
  }
}
