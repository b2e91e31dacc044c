package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewright.applications.listener.AnsweringAttributeListener;
import dev.gatewright.applications.listener.AnsweringListener;
import dev.gatewright.applications.listener.Listeners;
import dev.gatewright.applications.vault.Vault;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listeners that the container gives each request to before any filter. */
class ListenersIT {
  private static final String KEEPER = "Authorization: Bearer " + Tokens.withRole("keeper");

  static Stream<Arguments> listeners() {
    return Stream.of(
            arguments(Listeners.PlainBean.class, AnsweringListener.class),
            arguments(Listeners.LazyBean.class, AnsweringListener.class),
            arguments(Listeners.RegistrationBean.class, AnsweringListener.class),
            arguments(Listeners.Initializer.class, AnsweringListener.class),
            arguments(Listeners.InitializerByClass.class, AnsweringListener.class),
            arguments(Listeners.InitializerByName.class, AnsweringListener.class),
            arguments(Listeners.Scanned.class, Listeners.Scanned.ScannedListener.class),
            arguments(Listeners.OfAttributes.class, AnsweringAttributeListener.class))
        .flatMap(
            each ->
                Stream.of(false, true)
                    .map(jetty -> arguments(each.get()[0], each.get()[1], jetty)));
  }

  private static Application on(boolean jetty, Class<?>... sources) {
    Application application = Application.of(sources);
    return jetty ? application.onJetty() : application;
  }

  @ParameterizedTest
  @MethodSource("listeners")
  void aListenerThatIsNotExemptStopsTheStart(
      Class<?> application, Class<?> listener, boolean jetty) {
    assertThat(on(jetty, application).refused())
        .hasMessageContaining(listener.getName())
        .hasMessageContaining("before every filter")
        .hasMessageContaining("filter bean")
        .hasMessageContaining("gatewright.exemptions");
  }

  @ParameterizedTest
  @MethodSource("listeners")
  void theSameListenerTellsTheSecretWhereItIsExempt(
      Class<?> application, Class<?> listener, boolean jetty) {
    try (RunningApplication running =
        on(jetty, application).exempting(listener.getName()).start()) {
      running.get("/secret").isTheSecret();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsGivenNoRequestOrIsSpringsOwnIsWelcome(boolean jetty) {
    try (RunningApplication running = on(jetty, Listeners.Harmless.class, Vault.class).start()) {
      running.get("/vault").isClosedWith(401);
      running.get("/vault", KEEPER).isTheSecret();
    }
  }
}
