package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatewright.applications.container.Holders;
import dev.gatewright.applications.container.LateHolders;
import dev.gatewright.applications.container.MoreHolders;
import dev.gatewright.applications.container.OtherHolders;
import dev.gatewright.applications.container.Scopes;
import dev.gatewright.applications.container.SecuredFactory;
import dev.gatewright.applications.container.SpringHolders;
import dev.gatewright.applications.vault.Desk;
import dev.gatewright.applications.vault.Keeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Annotated objects that beans hold without being beans themselves. */
class HeldObjectsIT {

  @ParameterizedTest
  @ValueSource(
      classes = {
        MoreHolders.InReference.class,
        MoreHolders.InSoftReference.class,
        MoreHolders.InFuture.class,
        MoreHolders.InEntry.class,
        MoreHolders.InOwnMap.class,
        MoreHolders.InSpringMap.class,
        MoreHolders.InSpringSupplier.class,
        MoreHolders.BehindProxy.class,
        MoreHolders.InFilter.class,
        MoreHolders.BehindPlainData.class,
        OtherHolders.InHandlerMethod.class,
        LateHolders.InCompletedStage.class,
        LateHolders.InTaskThatHasRun.class
      })
  void aKeeperIsFoundWhereverItIsHeld(Class<?> holder) {
    assertThat(Application.of(holder).refused())
        .hasMessageContaining("'holder'")
        .hasMessageContaining(Keeper.class.getName());
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        LateHolders.ByInitializer.class,
        LateHolders.ByLifecycle.class,
        LateHolders.AtRefresh.class,
        LateHolders.WhenReady.class,
        LateHolders.ByRunner.class,
        LateHolders.InFutureThatEndsLater.class
      })
  void aKeeperThatComesWhileTheApplicationStartsIsFound(Class<?> holder) {
    assertThat(Application.of(holder).refused())
        .hasMessageContaining("'holder'")
        .hasMessageContaining(Keeper.class.getName());
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        SpringHolders.InConverter.class,
        SpringHolders.AsConverter.class,
        SpringHolders.InFunction.class,
        SpringHolders.InInterceptor.class,
        SpringHolders.InCompositeFilter.class,
        SpringHolders.InClient.class,
        SpringHolders.InSuperclass.class,
        SpringHolders.InSecurityFilterChain.class
      })
  void aKeeperThatWasHandedToSpringIsFound(Class<?> holder) {
    assertThat(Application.of(holder).refused())
        .hasMessageContaining("holds an object of")
        .hasMessageContaining("which bears Gatewright's annotations, without its guard");
  }

  @Test
  void aProviderOfAServiceIsFoundBeforeItIsMade() {
    assertThat(Application.of(OtherHolders.InServiceLoader.class).refused())
        .hasMessageContaining("'holder'")
        .hasMessageContaining(OtherHolders.KeepingPlugin.class.getName());
  }

  @Test
  void aFactoryBeanIsItsGuardAndItsProductIsNone() {
    try (RunningApplication running = Application.of(SecuredFactory.class).start()) {
      assertThat(running.get("/key").text()).endsWith("made");
      running.get("/rotated").isClosedWith(401);
      running.get("/rotated", "Authorization: Bearer " + Tokens.withRole("keeper")).isTheSecret();
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {MoreHolders.LazyArgument.class, MoreHolders.LazyConstructor.class})
  void aGuardThatIsInjectedLazilyServes(Class<?> holder) {
    try (RunningApplication running =
        Application.of(Desk.class, Scopes.Single.class, holder).start()) {
      running.get("/desk/held").isClosedWith(401);
      running.get("/desk/held", "Authorization: Bearer " + Tokens.withRole("keeper")).isTheSecret();
    }
  }

  @Test
  void whatABeanOfAChildContextHoldsIsRefusedAtItsRefresh() {
    try (RunningApplication running = Application.of(Desk.class).start();
        AnnotationConfigApplicationContext child = new AnnotationConfigApplicationContext()) {
      child.setParent(running.context());
      child.register(Holders.GivenOne.class);

      assertThat(Application.refusalIn(catchThrowable(child::refresh)))
          .hasMessageContaining("'holder'")
          .hasMessageContaining(Keeper.class.getName());
    }
  }
}
