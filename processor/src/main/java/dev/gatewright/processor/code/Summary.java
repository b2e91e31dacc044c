package dev.gatewright.processor.code;

import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.InputSpec;
import dev.gatewright.processor.model.Route;
import dev.gatewright.processor.plan.Access;
import dev.gatewright.processor.plan.EndpointPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One sentence that says what holds for an endpoint. */
final class Summary {
  private Summary() {}

  static String of(GuardedType type, EndpointPlan endpoint) {
    List<String> parts = new ArrayList<>();
    access(endpoint.access(), parts);
    endpoint.limits().forEach(limit -> parts.add(LimitSummary.of(limit)));
    InputSpec input = endpoint.input();
    if (input != null) {
      parts.add(
          "validated, body up to "
              + Literals.grouped(input.maxBodyBytes().value())
              + " bytes and "
              + Literals.grouped(input.maxDepth().value())
              + " levels");
    }
    Route route = endpoint.method().route();
    String subject =
        route == null
            ? type.name().simpleName() + "." + endpoint.method().name()
            : route.httpMethod().replace("*", "any method") + " " + route.path();
    return JavadocText.of(subject + ": " + String.join("; ", parts) + ".");
  }

  private static void access(Access access, List<String> parts) {
    if (access instanceof Access.Open open) {
      parts.add("open to anybody (" + open.reason() + ")");
    } else if (access instanceof Access.Authenticated authenticated) {
      int before = parts.size();
      authenticated(authenticated, parts);
      if (parts.size() == before) {
        parts.add("any authenticated caller");
      }
    }
  }

  private static void authenticated(Access.Authenticated access, List<String> parts) {
    if (!access.schemes().isEmpty()) {
      parts.add(
          access.schemes().stream()
              .map(scheme -> scheme.name().toLowerCase(Locale.ROOT).replace('_', ' '))
              .collect(Collectors.joining(" or ", "by ", "")));
    }
    for (List<String> group : access.roleGroups()) {
      parts.add("role " + String.join(" or ", group));
    }
    all("scope", "scopes", access.scopes(), parts);
    all(
        "policy",
        "policies",
        access.policies().stream().map(each -> each.type().simpleName()).toList(),
        parts);
    if (access.mfa()) {
      parts.add("MFA");
    }
    access.acrs().forEach(acr -> parts.add("acr " + acr));
    if (access.maxAuthAge() != null) {
      String age = Period.of(access.maxAuthAge()).counted();
      parts.add("authenticated no more than " + age + " ago");
    }
  }

  private static void all(String one, String many, List<String> items, List<String> parts) {
    if (!items.isEmpty()) {
      parts.add((items.size() == 1 ? one : many) + " " + String.join(" and ", items));
    }
  }
}
