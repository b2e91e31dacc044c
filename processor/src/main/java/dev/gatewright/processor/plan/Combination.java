package dev.gatewright.processor.plan;

import dev.gatewright.Scheme;
import dev.gatewright.limit.DurationText;
import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.model.Declarations;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.LimitNames;
import dev.gatewright.processor.model.LimitSpec;
import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.SecuredSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which everything that bears upon an endpoint adds up; the annotations' own
 * documentation states them. Contradictions are for the rules to report: where there is one, the
 * stricter reading holds.
 */
final class Combination {
  private Combination() {}

  /** Combines what was declared for a method. */
  static EndpointPlan of(GuardedMethod method) {
    Declarations declared = method.declarations();
    return new EndpointPlan(
        method, access(declared), limits(method), declared.nearestInput().orElse(null));
  }

  private static Access access(Declarations declared) {
    List<SecuredSpec> secured = declared.lastingSecured();
    if (!secured.isEmpty()) {
      return authenticated(secured);
    }
    return declared.open().isEmpty()
        ? new Access.Unstated()
        : new Access.Open(declared.open().get(0).reason().value());
  }

  private static Access authenticated(List<SecuredSpec> nearestFirst) {
    List<SecuredSpec> supertypesFirst = new ArrayList<>(nearestFirst);
    Collections.reverse(supertypesFirst);
    Set<List<String>> roleGroups = new LinkedHashSet<>();
    Set<String> scopes = new LinkedHashSet<>();
    Map<ClassReference, ConsultedClass> policies = new LinkedHashMap<>();
    boolean mfa = false;
    Set<String> acrs = new LinkedHashSet<>();
    Duration maxAuthAge = null;
    for (SecuredSpec each : supertypesFirst) {
      if (!each.roles().isEmpty()) {
        roleGroups.add(values(each.roles()));
      }
      scopes.addAll(values(each.scopes()));
      each.policies().forEach(policy -> policies.putIfAbsent(policy.type(), policy));
      mfa |= each.mfa().value();
      if (!each.acr().value().isEmpty()) {
        acrs.add(each.acr().value());
      }
      maxAuthAge = shorter(maxAuthAge, DurationText.parse(each.maxAuthAge().value()));
    }
    return new Access.Authenticated(
        schemes(supertypesFirst),
        List.copyOf(roleGroups),
        List.copyOf(scopes),
        List.copyOf(policies.values()),
        mfa,
        List.copyOf(acrs),
        maxAuthAge);
  }

  private static List<Scheme> schemes(List<SecuredSpec> supertypesFirst) {
    List<List<Scheme>> named =
        supertypesFirst.stream()
            .map(each -> values(each.schemes()))
            .filter(each -> !each.isEmpty())
            .toList();
    if (named.isEmpty()) {
      return List.of();
    }
    Set<Scheme> common = new LinkedHashSet<>(named.get(0));
    named.forEach(common::retainAll);
    return List.copyOf(common);
  }

  private static @Nullable Duration shorter(@Nullable Duration first, Optional<Duration> second) {
    if (second.isEmpty()) {
      return first;
    }
    return first == null || second.get().compareTo(first) < 0 ? second.get() : first;
  }

  private static <T> List<T> values(List<Located<T>> located) {
    return located.stream().map(Located::value).toList();
  }

  private static List<Limit> limits(GuardedMethod method) {
    List<String> names = LimitNames.of(method);
    List<LimitSpec> specs = method.declarations().limits();
    List<Limit> limits = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      limits.add(limit(names.get(i), specs.get(i), specs));
    }
    return List.copyOf(limits);
  }

  private static Limit limit(String name, LimitSpec spec, List<LimitSpec> all) {
    return new Limit(
        name,
        spec.definition(),
        spec.onLimit().value(),
        spec.onOutage().value(),
        spec.keyedBy(),
        plan(spec, all),
        spec.origin().isOnMethod() ? null : spec.origin().type());
  }

  private static Limit.@Nullable Plan plan(LimitSpec spec, List<LimitSpec> all) {
    ConsultedClass plans = spec.plans();
    if (plans == null) {
      return null;
    }
    String plan = spec.plan().value();
    if (!plan.isEmpty()) {
      return new Limit.Plan(plans.type(), List.of(plan), false);
    }
    List<String> named =
        all.stream()
            .filter(spec::sharesPlansWith)
            .map(other -> other.plan().value())
            .filter(other -> !other.isEmpty())
            .distinct()
            .toList();
    return new Limit.Plan(plans.type(), named, true);
  }
}
