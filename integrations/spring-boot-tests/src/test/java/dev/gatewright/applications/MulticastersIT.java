package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatewright.applications.container.Multicasters;
import dev.gatewright.applications.container.Scopes;
import dev.gatewright.applications.mapping.MappingsByHand;
import dev.gatewright.applications.tomcat.Tomcats;
import dev.gatewright.applications.vault.Desk;
import java.net.ConnectException;
import java.net.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** Refusals reach whom they concern, whatever an application makes of events. */
class MulticastersIT {

  @ParameterizedTest
  @ValueSource(classes = {Multicasters.Asynchronous.class, Multicasters.Swallowing.class})
  void aChildContextThatIsRefusedIsNotInUse(Class<?> multicaster) {
    for (Class<?> beans :
        new Class<?>[] {Scopes.Single.class, MappingsByHand.OfRequestHandlers.class}) {
      try (RunningApplication running = Application.of(Desk.class, multicaster).start();
          AnnotationConfigWebApplicationContext child =
              new AnnotationConfigWebApplicationContext()) {
        child.setParent(running.context());
        child.register(beans);

        Throwable unused = catchThrowable(child::refresh);

        assertThat(child.isActive()).as("child with %s", beans).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Multicasters.Asynchronous.class, Multicasters.Swallowing.class})
  void anotherProtocolOfTomcatsStopsTheStart(Class<?> multicaster) {
    assertThat(Application.of(multicaster, Tomcats.OwnProtocol.class).refused())
        .hasMessageContaining("SecretProtocol");
  }

  @ParameterizedTest
  @ValueSource(classes = {Multicasters.Asynchronous.class, Multicasters.Swallowing.class})
  void anActuatorOnAPortOfItsOwnThatIsRefusedIsNotThere(Class<?> multicaster) {
    Attempt.of(
            Application.of(multicaster)
                .using(Library.ACTUATOR)
                .with("management.server.port=0", "management.endpoints.web.exposure.include=*"))
        .isRefusedOr(
            running -> {
              int port =
                  running
                      .context()
                      .getEnvironment()
                      .getRequiredProperty("local.management.port", Integer.class);
              assertThat(catchThrowable(() -> new Socket("localhost", port).close()))
                  .isInstanceOf(ConnectException.class);
            });
  }
}
