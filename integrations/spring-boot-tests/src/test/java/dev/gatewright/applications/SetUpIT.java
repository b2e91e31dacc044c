package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.applications.secured.Journal;
import dev.gatewright.applications.secured.Ledger;
import dev.gatewright.applications.vault.Desk;
import dev.gatewright.runtime.problem.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Services that are secured as a whole are set up and taken down as all others are. */
class SetUpIT {
  private static final String KEEPER = "Authorization: Bearer " + Tokens.withRole("keeper");

  private static RunningApplication start() {
    return Application.of(Ledger.Steps.class, Ledger.class, Ledger.Settings.class, Desk.class)
        .with("ledger.name=main")
        .start();
  }

  @Test
  void theContainerInjectsStartsAndStopsThem() {
    List<String> names;
    try (RunningApplication running = start()) {
      names = running.context().getBean(Ledger.Steps.class).names();
      assertThat(new ArrayList<>(names))
          .containsExactlyInAnyOrder(
              "@Autowired",
              "@Injected",
              "@Inject",
              "@Resource",
              "@Value",
              "setName",
              "setApplicationContext",
              "@PostConstruct",
              "afterPropertiesSet",
              "start");
    }
    assertThat(names).endsWith("stop", "@PreDestroy", "destroy");
  }

  @Test
  void theirTimersAndListenersAreCalled() {
    try (RunningApplication running =
        Application.of(Ledger.Steps.class, Journal.class, Desk.class).start()) {
      List<String> names = running.context().getBean(Ledger.Steps.class).names();
      long deadline = System.nanoTime() + 10_000_000_000L;
      while (names.size() < 2 && System.nanoTime() < deadline) {
        LockSupport.parkNanos(1_000_000);
      }

      assertThat(names).containsExactlyInAnyOrder("@Scheduled", "@EventListener");
      running.get("/desk").isClosed();
      running.get("/desk", KEEPER).isTheSecret();
    }
  }

  @Test
  void whatIsNotTheContainersIsGuarded() {
    try (RunningApplication running = start()) {
      running.get("/desk").isClosed();
      running.get("/desk", KEEPER).isTheSecret();
      Ledger.Settings settings = running.context().getBean(Ledger.Settings.class);
      assertThatThrownBy(settings::rename).isInstanceOf(RefusedException.class);
    }
  }
}
