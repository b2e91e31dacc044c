package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewright.applications.proxy.Advice;
import dev.gatewright.applications.proxy.HiddenAdvice;
import dev.gatewright.applications.proxy.Layers;
import dev.gatewright.applications.vault.Desk;
import dev.gatewright.applications.vault.Vault;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Advice in front of a guard: what can answer without it is refused, what cannot is welcome. */
class ProxiesIT {
  private static final String KEEPER = "Authorization: Bearer " + Tokens.withRole("keeper");

  static Stream<Arguments> answering() {
    return Stream.of(
        arguments(Advice.Caching.class, "Cache", "open"),
        arguments(Advice.Aspects.class, Advice.AnsweringAspect.class.getName(), "open"),
        arguments(Advice.Advisors.class, Advice.Answering.class.getName(), "open"),
        arguments(Advice.Marked.class, Advice.MarkedAsBefore.class.getName(), "open"),
        arguments(Advice.BeanNames.class, Advice.Answering.class.getName(), "Vault"),
        arguments(Advice.FactoryBeanOfProxy.class, "Keeper", "proxied"),
        arguments(Advice.WrappedBySpring.class, Advice.Answering.class.getName(), "Keeper"),
        arguments(Advice.WrappedAsTeller.class, Advice.Answering.class.getName(), "Keeper"),
        arguments(Advice.WrappedByJdk.class, "Keeper", "Keeper"),
        arguments(Advice.SubclassedGuard.class, "Keeper", "Keeper"),
        arguments(
            HiddenAdvice.Introduced.class,
            HiddenAdvice.AnsweringIntroduction.class.getName(),
            "Keeper"),
        arguments(
            HiddenAdvice.MatchedByInterface.class, Advice.Answering.class.getName(), "ToldKeeper"),
        arguments(
            HiddenAdvice.Swappable.class,
            "org.springframework.aop.target.HotSwappableTargetSource",
            "Keeper"),
        arguments(
            HiddenAdvice.OwnTarget.class, HiddenAdvice.SecondKeeper.class.getName(), "Keeper"),
        arguments(Layers.AnsweringOutside.class, Advice.Answering.class.getName(), "Keeper"),
        arguments(Layers.AnsweringInside.class, Advice.Answering.class.getName(), "Keeper"),
        arguments(Layers.UnreadableInside.class, "cannot be looked into", "keeper"),
        arguments(Layers.ExtendedSource.class, "Exchanging", "keeper"),
        arguments(Layers.AroundBridge.class, Advice.Answering.class.getName(), "Speaker"));
  }

  @ParameterizedTest
  @MethodSource("answering")
  void adviceThatCanAnswerInTheGuardsPlaceStopsTheStart(
      Class<?> application, String advice, String where) {
    assertThat(vaultAnd(application).refused())
        .hasMessageContaining(advice)
        .hasMessageContaining(where);
  }

  @Test
  void aCacheOnAGuardIsNamedWithItsAdvisor() {
    assertThat(Application.of(Advice.Caching.class).using(Library.CACHE).refused())
        .hasMessageContaining("org.springframework.cache.interceptor.")
        .hasMessageContaining("CachedVault")
        .hasMessageContaining("open");
  }

  @Test
  void anAspectThatIsExemptMayAnswer() {
    try (RunningApplication running =
        vaultAnd(Advice.Aspects.class).exempting(Advice.AnsweringAspect.class.getName()).start()) {
      running.get("/vault").isClosedWith(401);
      running.get("/vault", KEEPER).isTheSecret();
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Advice.Watching.class, Advice.Transactions.class})
  void adviceThatCannotAnswerIsWelcome(Class<?> application) {
    try (RunningApplication running = vaultAnd(application).start()) {
      running.get("/vault").isClosedWith(401);
      running.get("/vault", KEEPER).isTheSecret();
    }
  }

  @Test
  void watchingAdviceIsReallyCalled() {
    try (RunningApplication running = vaultAnd(Advice.Watching.class).start()) {
      running.get("/vault", KEEPER).isTheSecret();

      assertThat(running.context().getBean(Advice.WatchingAspect.class).calls).hasValue(2);
    }
  }

  private static Application vaultAnd(Class<?> application) {
    boolean hasItsOwn =
        application == Advice.Caching.class || application == Advice.Transactions.class;
    return (hasItsOwn
            ? Application.of(application)
            : Application.of(application, Vault.class, Desk.class))
        .using(Library.CACHE);
  }
}
