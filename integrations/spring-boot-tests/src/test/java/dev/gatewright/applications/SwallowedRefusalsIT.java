package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatewright.applications.container.Swallowed;
import dev.gatewright.applications.vault.Desk;
import dev.gatewright.applications.vault.Keeper;
import dev.gatewright.spring.startup.StartUpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The refusal of a bean stops the start, whoever has caught it. */
@ExtendWith(OutputCaptureExtension.class)
class SwallowedRefusalsIT {

  @ParameterizedTest
  @ValueSource(
      classes = {
        Swallowed.Created.class,
        Swallowed.CreatedInOtherThread.class,
        Swallowed.WiredAndInitialized.class,
        Swallowed.Provided.class,
        Swallowed.OtherConstructor.class,
        Swallowed.AfterSingletons.class,
        Swallowed.AtStart.class,
        Swallowed.MadeProperly.class
      })
  void itStopsTheStart(Class<?> swallowing) {
    assertThat(Application.of(Desk.class, swallowing).refused())
        .hasMessageContaining(Keeper.class.getName());
  }

  @Test
  void theListenerOfAnEntityThatHibernateMakesItselfStopsTheStart() {
    Class<?>[] classes =
        WithoutProcessor.compile(
            "listened.OnlyAdmins",
            """
            package listened;
            public class OnlyAdmins {
              @jakarta.persistence.PrePersist
              @dev.gatewright.Secured(roles = "admin")
              public void written(Object entity) {}
            }
            """,
            "listened.Account",
            """
            package listened;
            @jakarta.persistence.Entity
            @jakarta.persistence.EntityListeners(OnlyAdmins.class)
            public class Account {
              @jakarta.persistence.Id public Long id;
            }
            """,
            "listened.Listened",
            """
            package listened;
            @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
            @org.springframework.boot.autoconfigure.AutoConfigurationPackage
            public class Listened {}
            """);

    assertThat(Application.of(classes[2]).using(Library.JPA).refused())
        .hasMessageContaining("listened.OnlyAdmins");
  }

  /** Nothing can be stopped any more. */
  @Test
  void afterTheStartTheLogNamesIt(CapturedOutput output) {
    try (RunningApplication running =
        Application.of(Desk.class).with("logging.level.dev.gatewright=error").start()) {
      AutowireCapableBeanFactory beans = running.context().getAutowireCapableBeanFactory();
      assertThat(catchThrowable(() -> beans.createBean(Keeper.class)))
          .hasRootCauseInstanceOf(StartUpException.class);
    }

    assertThat(output).contains("A bean was refused", Keeper.class.getName(), "Fix:");
  }
}
