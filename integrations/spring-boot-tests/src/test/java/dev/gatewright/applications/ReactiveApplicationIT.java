package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.gatewright.applications.plain.DatabaseServer;
import dev.gatewright.applications.plain.PlainApplication;
import dev.gatewright.applications.plain.ServerBean;
import dev.gatewright.applications.reactive.ReactiveApplication;
import dev.gatewright.applications.reactive.UnguardedReactiveApplication;
import dev.gatewright.applications.vault.Keeper;
import dev.gatewright.applications.vault.Vault;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.problem.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Applications that are no servlet applications. */
class ReactiveApplicationIT {
  private static List<String> properties(Library... libraries) {
    return Application.of().using(libraries).allProperties();
  }

  @Test
  void anApplicationOnWebFluxDoesNotStart() {
    try (ChildJvm jvm =
        ChildJvm.withoutServlets(ReactiveApplication.class, properties(Library.REACTIVE))) {
      assertThat(jvm.awaitEndOr("Started ReactiveApplication"))
          .contains("WebFlux", "no adapter")
          .doesNotContain("Started ReactiveApplication");
    }
  }

  /** The control: without Gatewright the same application starts, on the same class path. */
  @Test
  void theSameApplicationStartsWithoutGatewright() {
    try (ChildJvm jvm =
        ChildJvm.withoutGatewright(
            UnguardedReactiveApplication.class, properties(Library.REACTIVE))) {
      int port = jvm.portAfter("Netty started on port ");

      RunningApplication.send(port, "GET /secret HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
          .isTheSecret();
    }
  }

  @Test
  void norDoesOneThatChoosesWebFluxOnAMixedClassPath() {
    assertThat(
            Application.of(Vault.class)
                .using(Library.REACTIVE)
                .with("spring.main.web-application-type=reactive")
                .refused())
        .hasMessageContaining("WebFlux")
        .hasMessageContaining("no adapter");
  }

  @Test
  void anApplicationWithoutWebHasTheGuard() {
    try (ConfigurableApplicationContext context =
        Application.of(Keeper.class).builder().web(WebApplicationType.NONE).run()) {
      Keeper keeper = context.getBean(Keeper.class);

      assertThat(keeper).isInstanceOf(Guard.class);
      assertThatThrownBy(keeper::tell).isInstanceOf(RefusedException.class);
    }
  }

  @Test
  void aServerThatTheApplicationStartsItselfGetsNoSecret() {
    try (ChildJvm jvm = ChildJvm.withoutWeb(PlainApplication.class, properties())) {
      int port = jvm.portAfter("Listens at port ");

      RunningApplication.send(port, "GET /secret HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
          .isClosed();
      assertThat(jvm.output()).contains("Refused by " + RefusedException.class.getName());
    }
  }

  @Test
  void aServerThatIsABeanStopsTheStartOfEveryKindOfApplication() {
    assertThat(Application.of(ServerBean.class).refused())
        .hasMessageContaining("secretServer")
        .hasMessageContaining("gatewright.exemptions");
    assertThat(
            Application.of(ServerBean.class)
                .with("spring.main.web-application-type=none")
                .refused())
        .hasMessageContaining("secretServer")
        .hasMessageContaining("gatewright.exemptions");
  }

  @Test
  void soDoesTheServerOfALibrary() {
    assertThat(Application.of(DatabaseServer.class).refused())
        .hasMessageContaining("org.h2.tools.Server")
        .hasMessageContaining("gatewright.exemptions");
    Application.of(DatabaseServer.class).exempting("org.h2.tools.Server").start().close();
  }

  @Test
  void aServerThatIsExemptAnswers() {
    try (RunningApplication running =
        Application.of(ServerBean.class).exempting("secretServer").start()) {
      HttpServer server = running.context().getBean(HttpServer.class);

      RunningApplication.send(
              server.getAddress().getPort(),
              "GET /secret HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
          .isTheSecret();
      server.stop(0);
    }
  }
}
