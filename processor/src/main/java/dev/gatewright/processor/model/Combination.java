package dev.gatewright.processor.model;

import dev.gatewright.processor.model.Origin.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which everything that bears upon an endpoint adds up; the annotations' own
 * documentation states them. Contradictions are for the rules to report: where there is one, the
 * stricter reading holds.
 */
public final class Combination {
  private Combination() {}

  /** Combines what was declared for a method. */
  public static Combined of(GuardedMethod method) {
    Declarations declared = method.declarations();
    return new Combined(
        access(declared), limits(method.name(), declared.limits()), nearest(declared.inputs()));
  }

  private static Access access(Declarations declared) {
    List<SecuredSpec> secured = inForce(declared);
    if (!secured.isEmpty()) {
      return authenticated(secured);
    }
    return declared.open().isEmpty()
        ? new Access.Unstated()
        : new Access.Open(declared.open().get(0).reason().value());
  }

  /** All {@code @Secured} but those of a type whose method is {@code @Public}, or the reverse. */
  public static List<SecuredSpec> inForce(Declarations declared) {
    Set<ClassReference> openedByMethod =
        declared.open().stream()
            .map(PublicSpec::origin)
            .filter(origin -> isOnMethod(origin.level()))
            .map(Origin::type)
            .collect(Collectors.toSet());
    return declared.secured().stream()
        .filter(
            each ->
                isOnMethod(each.origin().level())
                    || !openedByMethod.contains(each.origin().type()))
        .toList();
  }

  private static boolean isOnMethod(Level level) {
    return level == Level.METHOD || level == Level.OVERRIDDEN;
  }

  private static Access authenticated(List<SecuredSpec> nearestFirst) {
    List<SecuredSpec> supertypesFirst = new ArrayList<>(nearestFirst);
    Collections.reverse(supertypesFirst);
    Set<List<String>> roleGroups = new LinkedHashSet<>();
    Set<String> scopes = new LinkedHashSet<>();
    Map<ClassReference, PolicySpec> policies = new LinkedHashMap<>();
    boolean mfa = false;
    Duration maxAuthAge = null;
    for (SecuredSpec each : supertypesFirst) {
      if (!each.roles().isEmpty()) {
        roleGroups.add(values(each.roles()));
      }
      scopes.addAll(values(each.scopes()));
      each.policies().forEach(policy -> policies.putIfAbsent(policy.type(), policy));
      mfa |= each.mfa().value();
      maxAuthAge = shorter(maxAuthAge, DurationText.parse(each.maxAuthAge().value()));
    }
    return new Access.Authenticated(
        schemes(supertypesFirst),
        List.copyOf(roleGroups),
        List.copyOf(scopes),
        List.copyOf(policies.values()),
        mfa,
        maxAuthAge);
  }

  private static List<String> schemes(List<SecuredSpec> supertypesFirst) {
    List<List<String>> named =
        supertypesFirst.stream()
            .map(each -> values(each.schemes()))
            .filter(each -> !each.isEmpty())
            .toList();
    if (named.isEmpty()) {
      return List.of();
    }
    Set<String> common = new LinkedHashSet<>(named.get(0));
    named.forEach(common::retainAll);
    return List.copyOf(common);
  }

  private static @Nullable Duration shorter(@Nullable Duration first, Optional<Duration> second) {
    if (second.isEmpty()) {
      return first;
    }
    return first == null || second.get().compareTo(first) < 0 ? second.get() : first;
  }

  private static List<String> values(List<Located<String>> located) {
    return located.stream().map(Located::value).toList();
  }

  private static @Nullable InputSpec nearest(List<InputSpec> nearestFirst) {
    return nearestFirst.isEmpty() ? null : nearestFirst.get(0);
  }

  /** The limits in the order of the declarations, each with its name. */
  public static List<Limit> limits(String methodName, List<LimitSpec> specs) {
    Map<String, Integer> unnamed = new HashMap<>();
    List<Limit> limits = new ArrayList<>();
    for (LimitSpec spec : specs) {
      Optional<Duration> period = DurationText.parse(spec.per().value());
      String name = spec.name().value().isEmpty() ? defaultName(methodName, spec, unnamed) : spec.name().value();
      limits.add(
          new Limit(
              name,
              spec.permits().value(),
              period.orElse(Duration.ZERO),
              spec.strategy().value(),
              spec.key().value(),
              spec.burst().value(),
              spec.cost().value(),
              spec.count().value(),
              isOnMethod(spec.origin().level()) ? null : spec.origin().type()));
    }
    return limits;
  }

  /**
   * Limits of a type are numbered among the limits of that type only, for all its endpoints must
   * call a shared limit by the same name.
   */
  private static String defaultName(
      String methodName, LimitSpec spec, Map<String, Integer> unnamed) {
    boolean own = isOnMethod(spec.origin().level());
    String typeName = spec.origin().type().simpleName();
    String base =
        own
            ? methodName
            : typeName.substring(0, 1).toLowerCase(Locale.ROOT) + typeName.substring(1);
    String counter = own ? "" : spec.origin().type().canonicalName();
    int number = unnamed.merge(counter, 1, Integer::sum);
    return number == 1 ? base : base + "-" + number;
  }
}
