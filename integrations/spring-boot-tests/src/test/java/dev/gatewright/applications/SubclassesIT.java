package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.filter.Subclasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A class that is listed stands for its own objects, not for those of its subclasses. */
@ExtendWith(OutputCaptureExtension.class)
class SubclassesIT {
  private static final String LOGGED =
      "logging.level.dev.gatewright.spring.exchange.ExchangeFilter=error";

  private static Application of(Class<?> application, boolean onJetty) {
    Application made = Application.of(application).with(LOGGED);
    return onJetty ? made.onJetty() : made;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFilterDoesNotAnswerWhereItsSuperclassIsListed(boolean onJetty, CapturedOutput output) {
    try (RunningApplication running =
        of(Subclasses.OfFilters.class, onJetty)
            .exempting(
                Subclasses.PlainFilter.class.getName(),
                Subclasses.AbstractOnceFilter.class.getName())
            .start()) {
      running.get("/plain").isTheSecret();
      running.get("/overriding").isClosedWith(503);
      running.get("/once").isClosedWith(503);
    }
    assertThat(output)
        .contains("the filter " + Subclasses.OverridingFilter.class.getName() + " answered")
        .contains("the filter " + Subclasses.OnceFilter.class.getName() + " answered");
  }

  @Test
  void itAnswersWhereItIsListedItself() {
    try (RunningApplication running =
        of(Subclasses.OfFilters.class, false)
            .exempting(
                Subclasses.OverridingFilter.class.getName(), Subclasses.OnceFilter.class.getName())
            .start()) {
      running.get("/plain").isClosedWith(503);
      running.get("/overriding").isTheSecret();
      running.get("/once").isTheSecret();
    }
  }

  @Test
  void norDoesOneThatRunsNoCodeOfItsOwnAtThatMoment(CapturedOutput output) {
    String telling = Subclasses.TellingFilter.class.getName();
    try (RunningApplication running =
        of(Subclasses.OfFiltersThatTellOnly.class, false)
            .exempting(Subclasses.PlainFilter.class.getName())
            .start()) {
      running.get("/telling").isClosedWith(503);
    }
    assertThat(output).contains("the filter " + telling + " answered");
    try (RunningApplication running =
        of(Subclasses.OfFiltersThatTellOnly.class, false)
            .exempting(telling, Subclasses.PlainFilter.class.getName())
            .start()) {
      running.get("/telling").isTheSecret();
    }
  }

  @Test
  void anInterceptorDoesNotAnswerWhereItsSuperclassIsListed(CapturedOutput output) {
    try (RunningApplication running =
        of(Subclasses.OfInterceptors.class, false)
            .exempting(Subclasses.PlainInterceptor.class.getName())
            .start()) {
      running.get("/overriding").isClosed();
      running.get("/telling").isClosed();
    }
    assertThat(output)
        .contains("the interceptor " + Subclasses.OverridingInterceptor.class.getName())
        .contains("the interceptor " + Subclasses.TellingInterceptor.class.getName());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aServletThatAFilterCallsDoesNotAnswerForTheListedOne(boolean onJetty) {
    try (RunningApplication running =
        of(Subclasses.OfServlets.class, onJetty)
            .exempting(Subclasses.PlainServlet.class.getName())
            .start()) {
      assertThat(running.get("/servlet").text()).contains("harmless");
      running.get("/servlet?overriding").isClosedWith(503);
      running.get("/servlet?telling").isClosedWith(503);
    }
  }
}
