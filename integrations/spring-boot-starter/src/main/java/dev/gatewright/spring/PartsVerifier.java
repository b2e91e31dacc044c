package dev.gatewright.spring;

import dev.gatewright.runtime.GateBuilder;
import dev.gatewright.runtime.caller.AcrValues;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.Revocations;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.event.SecurityEventSink;
import dev.gatewright.runtime.exchange.TrustedProxies;
import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.runtime.limit.LimitListener;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.limit.SharedLimitChanges;
import dev.gatewright.spring.caller.CallerProperties;
import dev.gatewright.spring.explanation.ClientExplanations;
import dev.gatewright.spring.limit.LimitsProperties;
import dev.gatewright.spring.startup.StartUpProblems;
import dev.gatewright.spring.transport.ForwardedHeadersVerifier;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Makes every part of the gate that properties describe before the gate asks for the first, so that
 * one start tells what is wrong with all of them.
 */
final class PartsVerifier {
  static final String BEAN = "gatewrightPartsVerifier";

  private static final String OURS = "gatewright";
  private static final String PROPERTIES = "-dev.gatewright.spring.";

  private static final List<Class<?>> PARTS =
      List.of(
          ForwardedHeadersVerifier.class,
          ClientExplanations.class,
          TrustedProxies.class,
          Authenticator.class,
          Revocations.class,
          AcrValues.class,
          RateLimiter.class,
          SharedLimitChanges.class,
          LimitListener.class,
          Challenger.class,
          InputValidator.class,
          SecurityEventSink.class);

  /** What authenticators are made of, of a module that may be absent. */
  private static final List<String> PARTS_OF_PARTS =
      List.of("gatewrightApiKeys", "gatewrightApiKeyHasher", "gatewrightReplayStore");

  /**
   * Verifies them.
   *
   * @throws dev.gatewright.spring.startup.StartUpException if anything is missing, misspelled or
   *     out of bounds, naming all of it
   */
  PartsVerifier(
      ConfigurableListableBeanFactory beans, Environment environment, ClassLoader loader) {
    StartUpProblems problems = new StartUpProblems();
    MissingModules.verify(environment, loader, problems);
    problems.collect(() -> UnknownProperties.verify(environment));
    for (String name : names(beans)) {
      problems.collect(() -> beans.getBean(name));
    }
    problems.collect(() -> beans.getBean(CallerProperties.class).applyTo(new GateBuilder()));
    problems.collect(
        () ->
            beans
                .getBean(LimitsProperties.class)
                .applyTo(new GateBuilder(), InstantSource.system()));
    problems.throwIfAny(environment);
  }

  /** Of Gatewright's own beans only, in an order that does not change. */
  private static Set<String> names(ConfigurableListableBeanFactory beans) {
    Set<String> names = new TreeSet<>();
    for (String name : beans.getBeanDefinitionNames()) {
      if (name.startsWith(OURS)
          && (name.contains(PROPERTIES)
              || PARTS_OF_PARTS.contains(name)
              || isPart(beans.getType(name, false)))) {
        names.add(name);
      }
    }
    return names;
  }

  private static boolean isPart(@Nullable Class<?> type) {
    return type != null && PARTS.stream().anyMatch(part -> part.isAssignableFrom(type));
  }
}
