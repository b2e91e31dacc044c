package dev.gatewright.spring.entry;

import dev.gatewright.spring.guard.FrameworkClasses;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RouterFunction;

/**
 * Finds the application's own functions that a router function has around its handlers: filters,
 * what comes before or after, handlers of errors. Spring shows none of them, so its own objects are
 * looked into.
 */
final class RouteFilters {
  private static final String OF_SPRING = "org.springframework.web.servlet.function.";
  private static final String FILTERED = OF_SPRING + "RouterFunctions$FilteredRouterFunction";

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Object> found = new ArrayList<>();

  private RouteFilters(Collection<?> leftOut) {
    seen.addAll(leftOut);
  }

  /**
   * The functions around a router function's handlers.
   *
   * @param leftOut parts of it that are not looked into
   */
  static List<Object> of(RouterFunction<?> function, Collection<?> leftOut) {
    RouteFilters filters = new RouteFilters(leftOut);
    filters.lookAt(function);
    return filters.found;
  }

  private void lookAt(Object part) {
    if (!seen.add(part)) {
      return;
    }
    if (part instanceof Collection<?> parts) {
      parts.forEach(this::lookAt);
    } else if (FrameworkClasses.contain(part.getClass(), OF_SPRING)) {
      lookInto(part);
    } else if (part instanceof HandlerFilterFunction
        || part instanceof Function
        || part instanceof BiFunction
        || part instanceof BiConsumer) {
      found.add(part);
    }
  }

  private void lookInto(Object part) {
    int before = seen.size();
    for (Class<?> type = part.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        Object value = field.getType().isPrimitive() ? null : valueOf(field, part);
        if (value != null) {
          lookAt(value);
        }
      }
    }
    if (seen.size() == before && part.getClass().getName().equals(FILTERED)) {
      // Nothing of it can be seen, as in a native image.
      found.add(part);
    }
  }

  private static @Nullable Object valueOf(Field field, Object part) {
    try {
      field.setAccessible(true);
      return field.get(part);
    } catch (IllegalAccessException | InaccessibleObjectException closed) {
      return null;
    }
  }
}
