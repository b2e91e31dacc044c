package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewright.applications.filter.AnsweringFilter;
import dev.gatewright.applications.filter.Holders;
import dev.gatewright.applications.filter.Quiet;
import dev.gatewright.applications.mapping.AroundRoutes;
import dev.gatewright.applications.mapping.Interceptors;
import dev.gatewright.applications.mapping.SecretHandler;
import dev.gatewright.applications.socket.Handshakes;
import dev.gatewright.applications.socket.Sockets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.filter.CompositeFilter;

/** An exemption opens what it names, and nothing that stands around it or that it holds. */
@ExtendWith(OutputCaptureExtension.class)
class AroundExemptIT {
  private static final String FILTER = AnsweringFilter.class.getName();

  static Stream<Arguments> holders() {
    return Stream.of(
        arguments(Holders.SpringSecurity.class, FilterChainProxy.class),
        arguments(Holders.Composite.class, CompositeFilter.class),
        arguments(Holders.Calling.class, Holders.CallingFilter.class));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void aFilterInAnExemptOneDoesNotAnswerWithIt(Class<?> application, Class<?> holder) {
    try (RunningApplication running =
        Application.of(application).exempting(holder.getName()).start()) {
      for (String manner :
          new String[] {
            "writer", "stream", "header", "cookie", "redirect", "no-content", "async"
          }) {
        running.get("/answer/" + manner).isClosedWith(503);
      }
      running.get("/answer/error-body").isClosedWith(404);
    }
  }

  @ParameterizedTest
  @MethodSource("holders")
  void itAnswersWhereItIsListedItself(Class<?> application, Class<?> holder) {
    for (List<String> entries : List.of(List.of(FILTER), List.of(FILTER, holder.getName()))) {
      try (RunningApplication running =
          Application.of(application).exempting(entries.toArray(String[]::new)).start()) {
        for (String manner : new String[] {"writer", "header", "redirect", "async"}) {
          running.get("/answer/" + manner).isTheSecret();
        }
      }
    }
  }

  /** Its log-in page, for example. */
  @Test
  void filtersOfSpringSecurityAnswerWithTheirChain() {
    try (RunningApplication running =
        Application.of(Holders.SpringSecurity.class)
            .exempting(FilterChainProxy.class.getName())
            .start()) {
      Answer page = running.get("/login");

      assertThat(page.status()).as(page.text()).isEqualTo(200);
      assertThat(page.text()).contains("Please sign in");
    }
    try (RunningApplication running = Application.of(Holders.SpringSecurity.class).start()) {
      running.get("/login").isClosedWith(503);
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        AroundRoutes.Filtered.class,
        AroundRoutes.Before.class,
        AroundRoutes.After.class,
        AroundRoutes.OnError.class,
        AroundRoutes.Nested.class,
        AroundRoutes.Composed.class,
        AroundRoutes.ByHand.class
      })
  void aFunctionAroundAnExemptRouteStopsTheStart(Class<?> application) {
    String handler = AroundRoutes.Harmless.class.getName();
    assertThat(Application.of(application).exempting(handler).refused())
        .hasMessageContaining(AroundRoutes.class.getName())
        .hasMessageContaining("gatewright.exemptions");

    try (RunningApplication running =
        Application.of(application)
            .exempting(handler, AroundRoutes.Telling.class.getName())
            .start()) {
      running.get("/route").isTheSecret();
    }
    try (RunningApplication running = Application.of(application).exempting("routes").start()) {
      running.get("/route").isTheSecret();
    }
  }

  @Test
  void aRouteWithoutAnythingAroundItIsExemptByItsClass() {
    try (RunningApplication running =
        Application.of(AroundRoutes.Bare.class)
            .exempting(AroundRoutes.Harmless.class.getName())
            .start()) {
      assertThat(running.get("/route").text()).contains("harmless");
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Handshakes.Interceptor.class,
        Handshakes.InterceptorOfSockJs.class,
        Handshakes.OwnHandshake.class
      })
  void aPartOfTheHandshakeOfAnExemptSocketStopsTheStart(Class<?> application) {
    Application exempt =
        Application.of(application)
            .using(Library.WEBSOCKET)
            .exempting(Sockets.SecretSocket.class.getName());

    assertThat(exempt.refused())
        .hasMessageContaining(Handshakes.class.getName())
        .hasMessageContaining("gatewright.exemptions");
    try (RunningApplication running = exempt.exempting(Handshakes.class.getName()).start()) {
      running.get("/socket/info", "Upgrade: websocket").isTheSecret();
    }
  }

  @Test
  void aDecoratorOfAnExemptSocketStopsTheStart() {
    Application exempt =
        Application.of(Handshakes.Decorated.class)
            .using(Library.WEBSOCKET)
            .exempting(Sockets.SecretSocket.class.getName());

    assertThat(exempt.refused())
        .hasMessageContaining(Handshakes.Telling.class.getName())
        .hasMessageContaining("gatewright.exemptions");
    exempt.exempting(Handshakes.Telling.class.getName()).start().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"writer", "stream", "status", "redirect", "flushed", "redirect-by-hand"})
  void anInterceptorBeforeAnExemptHandlerDoesNotAnswerForIt(String manner) {
    Application exempt =
        Application.of(Interceptors.class).exempting(SecretHandler.class.getName());
    try (RunningApplication running = exempt.start()) {
      running.get("/handler?intercepted=" + manner).isClosedWith(503);
      // The same one lets others pass, having taken the writer already.
      running.get("/handler?intercepted=passing").isTheSecret();
      running.get("/handler").isTheSecret();
    }
    if (!manner.equals("status")) {
      try (RunningApplication running =
          exempt.exempting(Interceptors.Answering.class.getName()).start()) {
        running.get("/handler?intercepted=" + manner).isTheSecret();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsExemptMayAnswerNothingAtAll(boolean onJetty) {
    Application quiet = Application.of(Quiet.class).exempting(Quiet.class.getName(), "quietFilter");
    try (RunningApplication running = (onJetty ? quiet.onJetty() : quiet).start()) {
      for (String path : new String[] {"/quiet/filter", "/quiet/servlet"}) {
        Answer answer = running.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(running.request("POST", path, "Content-Length: 0").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void norDoesAnythingElseAnswerNothing() {
    try (RunningApplication running =
        Application.of(Quiet.class).exempting(Quiet.QuietServlet.class.getName()).start()) {
      running.get("/quiet/filter").isClosedWith(503);
      assertThat(running.get("/quiet/servlet").status()).isEqualTo(200);
    }
  }

  /** Only when it answers is it known what a chain holds. */
  @Test
  void anExemptFilterIsNotSaidToStandForNothing(CapturedOutput output) {
    Application application =
        Application.of(Holders.SpringSecurity.class)
            .with("logging.level.dev.gatewright.spring.exemption.ExemptionVerifier=warn")
            .exempting(FilterChainProxy.class.getName(), FILTER, Secret.class.getName());

    application.start().close();

    assertThat(output)
        .contains("lists what nothing was exempted for at start-up: [" + Secret.class.getName());
  }
}
