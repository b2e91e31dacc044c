package dev.gatewright.spring.guard;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tells which classes must have a guard. Looks at a class once, at start-up; thread-safe. */
public final class GuardAnnotations {
  private static final List<Class<? extends Annotation>> ALL =
      List.of(
          Secured.class,
          Public.class,
          RateLimited.class,
          RateLimited.All.class,
          ValidatedInput.class);

  private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();

  /**
   * Whether the class, a method of it, or anything it inherits bears an annotation of ours.
   *
   * @throws LinkageError if the class refers to classes that are not there
   */
  public boolean reach(@Nullable Class<?> type) {
    if (type == null || type.getName().startsWith("java.")) {
      return false;
    }
    Boolean answer = known.get(type);
    if (answer == null) {
      answer = look(type);
      known.put(type, answer);
    }
    return answer;
  }

  private boolean look(Class<?> type) {
    if (bears(type) || reach(type.getSuperclass())) {
      return true;
    }
    for (Class<?> inherited : type.getInterfaces()) {
      if (reach(inherited)) {
        return true;
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (bears(method)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the element itself bears one, inherited ones included. */
  static boolean bears(AnnotatedElement element) {
    for (Class<? extends Annotation> annotation : ALL) {
      if (element.isAnnotationPresent(annotation)) {
        return true;
      }
    }
    return false;
  }
}
