package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatewright.applications.base.AutoConfigured;
import dev.gatewright.applications.container.Beans;
import dev.gatewright.applications.container.Configured;
import dev.gatewright.applications.container.Containers;
import dev.gatewright.applications.container.Early;
import dev.gatewright.applications.container.Holders;
import dev.gatewright.applications.container.Scopes;
import dev.gatewright.applications.vault.Desk;
import dev.gatewright.applications.vault.Keeper;
import dev.gatewright.applications.vault.Vault;
import dev.gatewright.runtime.Guard;
import dev.gatewright.spring.startup.StartUpException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The container's ways to make a bean: what is annotated is its guard, or is never handed out. */
class ContainerIT {
  private static final List<String> WAYS =
      List.of("/desk", "/desk/by-name", "/desk/held", "/desk/new");

  private static void answersNobody(RunningApplication running) {
    for (String way : WAYS) {
      running.get(way).isClosed();
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Beans.SyntheticFactoryBean.class,
        Beans.PrototypeFactoryBean.class,
        Beans.InnerBean.class,
        Beans.SyntheticInnerBean.class,
        Beans.SyntheticDefinition.class,
        Beans.RegisteredSingleton.class,
        Beans.LateDefinition.class,
        Beans.Registered.class,
        Beans.BeforeInstantiation.class,
        Beans.ReplacedSingleton.class,
        Beans.ReplacedPrototype.class,
        Configured.ReplacedByTheLast.class,
        Scopes.RawPrototype.class,
        Scopes.RawOfRequest.class,
        Holders.GivenOne.class,
        Holders.Captures.class,
        Holders.GivenOneThatIsGiven.class,
        Holders.MakesItself.class,
        Early.OfFactoryPostProcessor.class,
        Early.OfRegistryPostProcessor.class,
        Early.OfPostProcessor.class,
        Early.InsidePostProcessor.class,
        Containers.InList.class,
        Containers.InMap.class,
        Containers.InArray.class,
        Containers.InPrototypeOptional.class,
        Containers.Autowired.class,
        Containers.AutowiredByType.class,
        Containers.AutowiredByConstructor.class,
        Containers.Initialized.class,
        Containers.OwnScope.class,
        Containers.LyingKeeper.class,
        Containers.ReplacedLater.class,
        Containers.RegisteredAtStart.class,
        Containers.ReplacedMethod.class,
        Containers.ReplacedByStranger.class
      })
  void noWayToMakeABeanIsAWayAroundItsGuard(Class<?> beans) {
    Attempt.of(Application.of(Desk.class, beans)).isRefusedOr(ContainerIT::answersNobody);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Beans.RegisteredSingleton.class,
        Beans.Registered.class,
        Beans.BeforeInstantiation.class,
        Beans.ReplacedSingleton.class
      })
  void whatTheStartCanSeeIsNamed(Class<?> beans) {
    StartUpException refused = Application.of(Desk.class, beans).refused();

    assertThat(refused).hasMessageContaining(Keeper.class.getName());
  }

  @Test
  void whatABeanHoldsIsNamedWithTheBean() {
    assertThat(Application.of(Desk.class, Holders.GivenOne.class).refused())
        .hasMessageContaining("'holder'")
        .hasMessageContaining(Keeper.class.getName());
  }

  @Test
  void aHolderThatIsExemptIsItsAuthorsWord() {
    try (RunningApplication running =
        Application.of(Desk.class, Holders.GivenOne.class)
            .exempting(Early.class.getName())
            .start()) {
      running.get("/desk/held").isTheSecret();
    }
  }

  @Test
  void aBeanMayHoldAGuard() {
    try (RunningApplication running =
        Application.of(Desk.class, Holders.GivenGuard.class).start()) {
      running.get("/desk/held").isClosedWith(401);
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Scopes.Single.class,
        Scopes.LazySingle.class,
        Scopes.Prototype.class,
        Scopes.OfRequest.class,
        Scopes.OfRequestByClassProxy.class,
        Scopes.OfSessionByInterfaceProxy.class,
        Scopes.OfApplication.class
      })
  void aGuardServesInEveryScope(Class<?> keeper) {
    try (RunningApplication running = Application.of(Desk.class, keeper).start()) {
      running.get("/desk/by-name").isClosedWith(401);
      running
          .get("/desk/by-name", "Authorization: Bearer " + Tokens.withRole("keeper"))
          .isTheSecret();
    }
  }

  @Test
  void aLookUpMethodHandsOutTheGuard() {
    try (RunningApplication running = Application.of(Desk.class, Scopes.LookedUp.class).start()) {
      running.get("/desk/held").isClosedWith(401);
    }
  }

  @Test
  void lazyInitializationOfEverythingLeavesNothingOpen() {
    Attempt.of(
            Application.of(Desk.class, Beans.SyntheticFactoryBean.class)
                .with("spring.main.lazy-initialization=true"))
        .isRefusedOr(ContainerIT::answersNobody);
  }

  @Test
  void beansOfAParentContextAreGuardedOrNotStarted() {
    Application child = Application.of(Desk.class);
    Attempt.of(() -> child(parentOf(Keeper.class), child))
        .isRefusedOr(running -> running.get("/desk").isClosed());
  }

  @Test
  void anEndpointOfAParentContextIsGuardedOrNotStarted() {
    Application child = Application.of();
    child.with("spring.mvc.static-path-pattern=/static/**");
    Attempt.of(() -> child(parentOf(Vault.class), child))
        .isRefusedOr(running -> running.get("/vault").isClosed());
  }

  @Test
  void aParentThatHasItsOwnGuardsServesAChild() {
    Application parent = Application.of(Scopes.Single.class);
    Application child = Application.of(Desk.class);
    SpringApplicationBuilder both = parent.builder().web(WebApplicationType.NONE).child(Desk.class);
    both.properties(child.allProperties().toArray(String[]::new));
    Attempt.of(() -> new RunningApplication(both.sources(AutoConfigured.class).run()))
        .isRefusedOr(
            running -> {
              assertThat(running.context().getBean(Keeper.class)).isInstanceOf(Guard.class);
              running.get("/desk").isClosed();
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "SERVLET"})
  void aChildThatServesWithoutTheAutoConfigurationDoesNotStart(WebApplicationType parent) {
    SpringApplicationBuilder both = Application.of().builder().web(parent);
    assertThat(
            Application.refusalIn(
                catchThrowable(
                    () ->
                        both.child(ChildServer.class)
                            .web(WebApplicationType.SERVLET)
                            .properties("server.port=0")
                            .run()
                            .close())))
        .hasMessageContaining("the gate of its parent does not stand before its handlers");
  }

  @Test
  void norDoesOneThatIsMadeByHand() {
    try (RunningApplication running = Application.of(Desk.class).start();
        AnnotationConfigServletWebServerApplicationContext child =
            new AnnotationConfigServletWebServerApplicationContext()) {
      child.setParent(running.context());
      child.register(ChildServer.class);

      assertThat(Application.refusalIn(catchThrowable(child::refresh)))
          .hasMessageContaining("the gate of its parent does not stand before its handlers");
      assertThat(child.isActive()).isFalse();
    }
  }

  /** Has a server, but nothing of Gatewright. */
  @Configuration(proxyBeanMethods = false)
  @EnableWebMvc
  static class ChildServer {
    @Bean
    TomcatServletWebServerFactory server() {
      return new TomcatServletWebServerFactory(0);
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
      return new DispatcherServlet();
    }

    @Bean("/open")
    HttpRequestHandler handler() {
      return (request, response) -> response.getWriter().write(Secret.TEXT);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Scopes.RawPrototype.class, Scopes.RawLazily.class})
  void aParentThatPutsNoGuardsIntoPlaceHandsOutNothingElse(Class<?> keeper) {
    try (AnnotationConfigApplicationContext parent = new AnnotationConfigApplicationContext()) {
      parent.register(keeper);
      parent.refresh();
      Attempt.of(
              () -> {
                SpringApplicationBuilder child = Application.of(Desk.class).builder();
                return new RunningApplication(child.parent(parent).run());
              })
          .isRefusedOr(ContainerIT::answersNobody);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Scopes.Single.class, Scopes.Prototype.class, Scopes.LazySingle.class})
  void aChildContextThatPutsNoGuardsIntoPlaceIsRefusedAtItsRefresh(Class<?> keeper) {
    try (RunningApplication running = Application.of(Desk.class).start();
        AnnotationConfigApplicationContext child = new AnnotationConfigApplicationContext()) {
      child.setParent(running.context());
      child.register(keeper);

      assertThat(Application.refusalIn(catchThrowable(child::refresh)))
          .hasMessageContaining(keeper.getName());
    }
  }

  @Test
  void anApplicationThatIsStartedWithoutItsInitializersIsGuardedOrNotStarted() {
    SpringApplicationBuilder builder = Application.of(Desk.class, Vault.class).builder();
    builder.application().setInitializers(List.of());
    Attempt.of(() -> new RunningApplication(builder.run()))
        .isRefusedOr(
            running -> {
              answersNobody(running);
              running.get("/vault").isClosedWith(401);
              running
                  .get("/vault", "Authorization: Bearer " + Tokens.withRole("keeper"))
                  .isTheSecret();
            });
  }

  @Test
  void aConfigurationThatIsAnEndpointAsWellIsGuarded() {
    try (RunningApplication running =
        Application.of(Configured.ConfiguringEndpoint.class).start()) {
      running.get("/configuring").isClosedWith(401);
      running
          .get("/configuring", "Authorization: Bearer " + Tokens.withRole("keeper"))
          .isTheSecret();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "true"})
  void whatAnEndpointMayNotTakeIsNamedHoweverLateItIsMade(String lazy) {
    assertThat(
            Application.of(Configured.TakesEntity.class)
                .with("spring.main.lazy-initialization=" + lazy)
                .refused())
        .hasMessageContaining("HttpEntity");
  }

  private static SpringApplicationBuilder parentOf(Class<?> bean) {
    return new SpringApplicationBuilder(bean).web(WebApplicationType.NONE);
  }

  private static RunningApplication child(SpringApplicationBuilder parent, Application child) {
    return new RunningApplication(child.builder().parent(parent.run()).run());
  }
}
