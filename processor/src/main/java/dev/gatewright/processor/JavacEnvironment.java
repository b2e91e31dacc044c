package dev.gatewright.processor;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Finds javac's own environment, which alone hands out trees. Build tools put another object around
 * it: Gradle a class with a field, IntelliJ a proxy whose handler has one.
 */
final class JavacEnvironment {
  private static final String JAVAC = "com.sun.tools.javac.processing.JavacProcessingEnvironment";

  /** More objects than that are around none. */
  private static final int MOST_WRAPPERS = 8;

  private JavacEnvironment() {}

  /** Looks into what was handed over; empty where javac's environment is not in it. */
  static Optional<ProcessingEnvironment> in(ProcessingEnvironment environment) {
    return in(environment, MOST_WRAPPERS);
  }

  private static Optional<ProcessingEnvironment> in(
      ProcessingEnvironment environment, int wrappers) {
    if (environment.getClass().getName().equals(JAVAC)) {
      return Optional.of(environment);
    }
    if (wrappers == 0) {
      return Optional.empty();
    }
    Object holder =
        Proxy.isProxyClass(environment.getClass())
            ? Proxy.getInvocationHandler(environment)
            : environment;
    return held(holder).stream().flatMap(each -> in(each, wrappers - 1).stream()).findFirst();
  }

  private static List<ProcessingEnvironment> held(Object holder) {
    List<ProcessingEnvironment> held = new ArrayList<>();
    for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && value(field, holder).orElse(null) instanceof ProcessingEnvironment environment) {
          held.add(environment);
        }
      }
    }
    return held;
  }

  private static Optional<Object> value(Field field, Object holder) {
    try {
      field.setAccessible(true);
      return Optional.ofNullable(field.get(holder));
    } catch (ReflectiveOperationException | RuntimeException notReadable) {
      return Optional.empty();
    }
  }
}
