package dev.gatewright.spring.bean;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.caller.AcrValues;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.guard.GuardFreshness;
import dev.gatewright.spring.guard.KnownGuards;
import dev.gatewright.spring.startup.Property;
import dev.gatewright.spring.startup.StartUpException;
import dev.gatewright.spring.startup.StartUpProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/** Verifies that the policies of all endpoints can be kept with what is configured. */
final class EndpointVerifier implements SmartInitializingSingleton {
  private static final String AUTHENTICATION = "dev.gatewright.authentication.AccessTokens";

  private final ConfigurableListableBeanFactory beanFactory;
  private final Set<Scheme> configured;
  private final AcrValues acrValues;
  private final Gate gate;
  private final StartUpProblems problems = new StartUpProblems();

  /** Secured, where nothing authenticates anybody. */
  private final List<EndpointPolicy> uncallable = new ArrayList<>();

  EndpointVerifier(
      ConfigurableListableBeanFactory beanFactory,
      List<Authenticator> authenticators,
      AcrValues acrValues,
      Gate gate) {
    this.beanFactory = beanFactory;
    this.configured =
        authenticators.stream().map(Authenticator::scheme).collect(Collectors.toSet());
    this.acrValues = acrValues;
    this.gate = gate;
  }

  @Override
  public void afterSingletonsInstantiated() {
    for (Class<?> guard : KnownGuards.in(beanFactory).classes()) {
      List<EndpointPolicy> policies = GuardClasses.endpointPolicies(guard);
      GuardFreshness.verify(guard, policies);
      policies.forEach(this::verify);
    }
    problems.collect(this::verifyCallable);
    // Once all endpoints are known, each limit with other numbers must be one of theirs.
    problems.collect(
        () ->
            Property.build(
                "gatewright.limits.overrides",
                () -> {
                  gate.limits().requireAllConfiguredKnown();
                  return gate;
                }));
    problems.throwIfAny();
  }

  private void verify(EndpointPolicy policy) {
    if (policy.access() instanceof AccessPolicy.Authenticated access) {
      if (configured.isEmpty()) {
        uncallable.add(policy);
      } else {
        access.schemes().stream()
            .sorted()
            .forEach(scheme -> problems.collect(() -> verify(policy, scheme)));
      }
      access.acrs().forEach(acr -> problems.collect(() -> verify(policy, acr)));
    }
    problems.collect(() -> prepare(policy));
  }

  private void verifyCallable() {
    if (!uncallable.isEmpty()) {
      int others = uncallable.size() - 1;
      throw new StartUpException(
          uncallable.get(0)
              + " is secured"
              + (others == 0 ? "" : ", as are " + others + " others")
              + ", but nothing is configured that could authenticate a caller",
          (ClassUtils.isPresent(AUTHENTICATION, EndpointVerifier.class.getClassLoader())
                  ? ""
                  : "add the dependency 'dev.gatewright:gatewright-authentication', then ")
              + "set 'gatewright.jwt.issuers' or 'gatewright.introspection.uri' for access tokens,"
              + " 'gatewright.api-keys.pepper' for API keys, or"
              + " 'gatewright.mutual-tls.trusted-certificates' for certificates.");
    }
  }

  private void prepare(EndpointPolicy policy) {
    try {
      gate.prepare(policy);
    } catch (InvalidOptionException missing) {
      if (!missing.option().equals("challenger")) {
        throw StartUpException.of("", missing);
      }
      throw new StartUpException(
          policy
              + " sets challenges to clients that reach a limit, but the property"
              + " 'gatewright.challenge.proof-of-work' is missing, and so is"
              + " 'gatewright.challenge.site-verify'",
          "set one of them, or remove onLimit = CHALLENGE.");
    } catch (IllegalArgumentException impossible) {
      throw StartUpException.of("", impossible);
    }
  }

  private void verify(EndpointPolicy policy, Scheme scheme) {
    if (!configured.contains(scheme)) {
      throw new StartUpException(
          policy + " accepts " + scheme + ", but " + whatIsMissingFor(scheme),
          "set it, or remove " + scheme + " from the endpoint's schemes.");
    }
  }

  private static String whatIsMissingFor(Scheme scheme) {
    return switch (scheme) {
      case BEARER ->
          "the property 'gatewright.jwt.issuers' is missing, and so is"
              + " 'gatewright.introspection.uri' for tokens that are no JWTs";
      case DPOP -> "the property 'gatewright.dpop.origins' is missing";
      case MUTUAL_TLS -> "the property 'gatewright.mutual-tls.trusted-certificates' is missing";
      case API_KEY -> "the property 'gatewright.api-keys.pepper' is missing";
    };
  }

  private void verify(EndpointPolicy policy, String acr) {
    if (!acrValues.contains(acr)) {
      throw new StartUpException(
          policy
              + " wants the acr '"
              + acr
              + "', which the property 'gatewright.step-up.acr-values' does not list",
          "list it there, in its place between the weaker and the stronger ones.");
    }
  }
}
