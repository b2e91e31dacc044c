package dev.gatewright.spring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Objects in a bean that is a collection, map, array or optional of the JDK. Those of others may be
 * stores, which would be read as a whole.
 */
final class HeldObjects {
  private static final int MAX_DEPTH = 4;

  private HeldObjects() {}

  /** The bean and, where it is such a container, what is in it. */
  static List<Object> andBean(Object bean) {
    List<Object> all = new ArrayList<>();
    add(bean, all, 0);
    return all;
  }

  private static void add(Object each, List<Object> all, int depth) {
    all.add(each);
    if (depth == MAX_DEPTH || !isOfJdk(each.getClass())) {
      return;
    }
    for (Object part : partsOf(each)) {
      if (part != null) {
        add(part, all, depth + 1);
      }
    }
  }

  private static boolean isOfJdk(Class<?> type) {
    return type.isArray() || type.getName().startsWith("java.");
  }

  private static Object[] partsOf(Object container) {
    try {
      return listed(container);
    } catch (ConcurrentModificationException inUse) {
      // Somebody fills it right now, so that it is not what the container was given.
      return new Object[0];
    }
  }

  private static Object[] listed(Object container) {
    if (container instanceof Object[] values) {
      return values;
    }
    if (container instanceof Collection<?> values) {
      return values.toArray();
    }
    if (container instanceof Map<?, ?> values) {
      return new Object[] {values.keySet().toArray(), values.values().toArray()};
    }
    return container instanceof Optional<?> maybe ? maybe.stream().toArray() : new Object[0];
  }
}
