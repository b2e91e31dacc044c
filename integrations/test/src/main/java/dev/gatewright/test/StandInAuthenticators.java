package dev.gatewright.test;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.spring.guard.GuardClasses;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.util.ClassUtils;

/**
 * Stands in for authenticators that endpoints want and a test's application does not have, as its
 * settings are for production only, or a slice leaves its beans out.
 */
final class StandInAuthenticators {
  private static final Logger log = LoggerFactory.getLogger(StandInAuthenticators.class);
  private static final String PREFIX = "gatewrightTestAuthenticator.";

  private final ConfigurableListableBeanFactory beans;
  private final MintedCallers minted;

  StandInAuthenticators(ConfigurableListableBeanFactory beans, MintedCallers minted) {
    this.beans = beans;
    this.minted = minted;
  }

  /** Registers one for each kind; it is null where none is needed. */
  void register(BeanDefinitionRegistry registry) {
    for (Scheme scheme : Scheme.values()) {
      RootBeanDefinition definition =
          new RootBeanDefinition(TestAuthenticator.class, () -> standIn(scheme));
      definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
      registry.registerBeanDefinition(PREFIX + scheme, definition);
    }
  }

  private @Nullable TestAuthenticator standIn(Scheme scheme) {
    if (beans.getBeanNamesForType(Gate.class, true, false).length == 0) {
      return null;
    }
    Set<Scheme> own = own();
    boolean isMissing = !own.contains(scheme) && wanted(own).contains(scheme);
    if (isMissing) {
      log.warn(
          "Nothing authenticates {} here but tests: nobody else could call what accepts it only",
          scheme);
    }
    return isMissing ? TestAuthenticator.inPlaceOf(scheme, minted) : null;
  }

  private Set<Scheme> own() {
    Set<Scheme> schemes = EnumSet.noneOf(Scheme.class);
    for (String name : beans.getBeanNamesForType(Authenticator.class, true, false)) {
      if (!name.startsWith(PREFIX)) {
        // A mock has none.
        Optional.ofNullable(beans.getBean(name, Authenticator.class).scheme())
            .ifPresent(schemes::add);
      }
    }
    return schemes;
  }

  private Set<Scheme> wanted(Set<Scheme> own) {
    Set<Scheme> schemes = EnumSet.noneOf(Scheme.class);
    if (own.isEmpty()) {
      schemes.add(Scheme.BEARER);
    }
    for (String name : beans.getBeanNamesForType(Guard.class, true, false)) {
      Class<?> type = beans.getType(name, false);
      if (type != null && GuardClasses.isGenerated(ClassUtils.getUserClass(type))) {
        GuardClasses.endpointPolicies(ClassUtils.getUserClass(type)).stream()
            .map(policy -> policy.access())
            .filter(AccessPolicy.Authenticated.class::isInstance)
            .map(AccessPolicy.Authenticated.class::cast)
            .forEach(access -> schemes.addAll(access.schemes()));
      }
    }
    return schemes;
  }
}
