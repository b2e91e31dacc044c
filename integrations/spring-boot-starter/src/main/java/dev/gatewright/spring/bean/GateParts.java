package dev.gatewright.spring.bean;

import dev.gatewright.runtime.Gate;
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
import dev.gatewright.spring.problem.ProblemBody;
import dev.gatewright.spring.startup.StartUpException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport.ConditionAndOutcome;
import org.springframework.util.ClassUtils;

/**
 * Verifies that each part of the gate which an application has a bean of its own for is the one
 * that is asked: it could be passed over where there are others, where a parent context has the
 * gate, or where it makes way for Gatewright's default.
 */
final class GateParts {
  private static final String OURS = "gatewright";

  /** Of each, one bean is asked. Some are of modules that an application need not have. */
  private static final List<Class<?>> ASKED_SINGLY =
      Stream.concat(
              Stream.of(
                  Gate.class,
                  Revocations.class,
                  AcrValues.class,
                  RateLimiter.class,
                  SharedLimitChanges.class,
                  Challenger.class,
                  InputValidator.class,
                  TrustedProxies.class,
                  ProblemBody.class),
              Stream.of(
                      "dev.gatewright.authentication.AccessTokens",
                      "dev.gatewright.authentication.apikey.ApiKeys",
                      "dev.gatewright.authentication.apikey.ApiKeyHasher",
                      "dev.gatewright.authentication.certificate.ClientCertificates",
                      "dev.gatewright.authentication.replay.ReplayStore",
                      "dev.gatewright.secret.SecretSource",
                      "dev.gatewright.secret.Secrets")
                  .flatMap(GateParts::present))
          .toList();

  /** Of each, all beans are asked or told. */
  private static final List<Class<?>> ASKED_ALL =
      List.of(Authenticator.class, SecurityEventSink.class, LimitListener.class);

  /** Of each, the beans that properties name are asked. */
  private static final List<Class<?>> ASKED_BY_NAME =
      present("dev.gatewright.authentication.jwt.KeySource").toList();

  private GateParts() {}

  private static Stream<Class<?>> present(String name) {
    ClassLoader loader = GateParts.class.getClassLoader();
    return ClassUtils.isPresent(name, loader)
        ? Stream.of(ClassUtils.resolveClassName(name, loader))
        : Stream.empty();
  }

  /**
   * Looks at the definitions of a context, once all are there.
   *
   * @param passedOver is told which beans are asked
   * @throws StartUpException if a part would be passed over
   */
  static void verify(ConfigurableListableBeanFactory beans, PassedOverBeans passedOver) {
    String gate = gateOfParent(beans);
    if (gate != null) {
      Stream.of(ASKED_SINGLY, ASKED_ALL, ASKED_BY_NAME)
          .flatMap(List::stream)
          .forEach(part -> verifyNone(part, gate, beans));
    }
    Map<Class<?>, String> defaults = new LinkedHashMap<>();
    for (Class<?> part : ASKED_SINGLY) {
      String[] names = PassedOverBeans.namesOf(part, beans);
      verifyOne(part, names, beans);
      Stream.of(names)
          .filter(name -> name.startsWith(OURS) && beans.containsLocalBean(name))
          .forEach(name -> defaults.put(part, name));
      passedOver.askOne(part, names);
    }
    verifyNoneMadeWay(defaults, beans);
    ASKED_ALL.forEach(passedOver::askAll);
  }

  /** Of several beans, one must be marked. */
  static void verifyOne(Class<?> part, String[] names, ConfigurableListableBeanFactory beans) {
    List<String> candidates = new ArrayList<>();
    for (String name : names) {
      BeanDefinition definition = new BeanOrigin(name, beans).definition();
      if (definition != null && definition.isPrimary()) {
        return;
      }
      if (definition == null || (definition.isAutowireCandidate() && !definition.isFallback())) {
        candidates.add(name);
      }
    }
    if (candidates.size() > 1) {
      throw new StartUpException(
          "there are several beans of "
              + part.getName()
              + ", of which Gatewright asks one: "
              + candidates,
          "keep one, or mark the one that is to be asked as @Primary.");
    }
  }

  /** The name of the gate, where it is a bean of a parent context; null otherwise. */
  private static @Nullable String gateOfParent(ConfigurableListableBeanFactory beans) {
    if (beans.getBeanNamesForType(Gate.class, true, false).length > 0) {
      return null;
    }
    String[] names =
        BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, Gate.class, true, false);
    return names.length == 0 ? null : names[0];
  }

  private static void verifyNone(
      Class<?> part, String gate, ConfigurableListableBeanFactory beans) {
    for (String name : beans.getBeanNamesForType(part, true, false)) {
      throw new StartUpException(
          "the bean '"
              + name
              + "' ("
              + part.getName()
              + ") is of a child context, but the gate '"
              + gate
              + "' is of its parent, and asks only what is there",
          "define it in the parent context; or leave Gatewright's auto-configuration out of the"
              + " parent, so that the child has a gate of its own.");
    }
  }

  /**
   * Looks for conditions of the application's that were asked after Gatewright's defaults were
   * there.
   *
   * @param defaults the names of the beans of Gatewright's that are asked, by the part they are
   */
  private static void verifyNoneMadeWay(
      Map<Class<?>, String> defaults, ConfigurableListableBeanFactory beans) {
    ConditionEvaluationReport.get(beans)
        .getConditionAndOutcomesBySource()
        .forEach(
            (source, outcomes) -> {
              if (!outcomes.isFullMatch() && !source.startsWith("dev.gatewright.spring.")) {
                outcomes.forEach(each -> verifyNotMadeWay(source, each, defaults));
              }
            });
  }

  private static void verifyNotMadeWay(
      String source, ConditionAndOutcome condition, Map<Class<?>, String> defaults) {
    String message = condition.getOutcome().getMessage();
    if (condition.getOutcome().isMatch()
        || message == null
        || !message.contains("ConditionalOnMissingBean")) {
      return;
    }
    defaults.forEach(
        (part, name) -> {
          if (message.contains(part.getName()) && message.endsWith(name)) {
            throw madeWay(source, part, name);
          }
        });
  }

  private static StartUpException madeWay(String source, Class<?> part, String name) {
    return new StartUpException(
        source
            + " makes a "
            + part.getName()
            + " only where there is none, and was asked after Gatewright's own, '"
            + name
            + "': it would be left out",
        "put its auto-configuration before Gatewright's: @AutoConfiguration(before ="
            + " GatewrightAutoConfiguration.class).");
  }
}
