package dev.gatewright.processor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of an endpoint's limits. */
public final class LimitNames {
  private LimitNames() {}

  /**
   * The name of each limit that was declared, in the order of the declarations: the one it was
   * given, else its method's or its type's name and the plan, from the second of these on with a
   * number. Limits of a type are numbered by themselves: all its endpoints call a shared limit by
   * the same name.
   */
  public static List<String> of(GuardedMethod method) {
    List<String> names = new ArrayList<>();
    Map<String, Integer> unnamed = new HashMap<>();
    for (LimitSpec limit : method.declarations().limits()) {
      String given = limit.name().value();
      if (given.isEmpty()) {
        String plan = limit.plan().value();
        String base = base(method, limit.origin()) + (plan.isEmpty() ? "" : "-" + plan);
        int count = unnamed.merge(owner(limit.origin()) + " " + base, 1, Integer::sum);
        names.add(count == 1 ? base : base + "-" + count);
      } else {
        names.add(given);
      }
    }
    return List.copyOf(names);
  }

  private static String owner(Origin origin) {
    return origin.isOnMethod() ? "" : origin.type().canonicalName();
  }

  private static String base(GuardedMethod method, Origin origin) {
    if (origin.isOnMethod()) {
      return method.name();
    }
    String typeName = origin.type().simpleName();
    return typeName.substring(0, 1).toLowerCase(Locale.ROOT) + typeName.substring(1);
  }
}
