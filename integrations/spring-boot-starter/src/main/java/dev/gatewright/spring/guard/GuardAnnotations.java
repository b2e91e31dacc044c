package dev.gatewright.spring.guard;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Tells which classes must have a guard. Looks at a class once, at start-up; thread-safe. */
public final class GuardAnnotations {
  private static final List<Class<? extends Annotation>> ALL =
      List.of(
          Secured.class,
          Public.class,
          RateLimited.class,
          RateLimited.All.class,
          ValidatedInput.class);

  /** Of an annotation type, the one of ours that it bears at any distance. */
  private static final ClassValue<Optional<Class<?>>> BORNE =
      new ClassValue<>() {
        @Override
        protected Optional<Class<?>> computeValue(Class<?> annotation) {
          return borne(annotation, new HashSet<>());
        }
      };

  /** Remembers each class for as long as it is there, but no answer that may still change. */
  private static final ClassValue<GuardAnnotations> OF_CLASSES =
      new ClassValue<>() {
        @Override
        protected GuardAnnotations computeValue(Class<?> type) {
          return new GuardAnnotations();
        }
      };

  private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();

  /**
   * Whether the class, a method of it, or anything it inherits bears an annotation of ours.
   *
   * @throws StartUpException if it bears an annotation that bears one of ours: the processor
   *     refuses those, so the class was compiled without it; if it bears another copy of one; or if
   *     it has a guard, but bears nothing any more that the guard could be of
   * @throws LinkageError if the class refers to classes that are not there
   */
  public boolean reach(@Nullable Class<?> type) {
    if (type == null || type.getName().startsWith("java.")) {
      return false;
    }
    Boolean answer = known.get(type);
    if (answer == null) {
      if (FrameworkClasses.containCompiled(type)) {
        // Not remembered: where the application's classes are is not known from the beginning.
        return false;
      }
      answer = look(type);
      known.put(type, answer);
    }
    return answer;
  }

  /** Whether an object of the class would need a guard and is none, as far as can be told. */
  public static boolean areUnguardedOn(Class<?> type) {
    try {
      return !GuardClasses.isGuard(type) && OF_CLASSES.get(type).reach(type);
    } catch (LinkageError incomplete) {
      // What would make such an object fails in the same way, if it needs what is missing.
      return false;
    }
  }

  private boolean look(Class<?> type) {
    AnnotationCopies.verify(type, ALL);
    boolean reached = isReached(type);
    Class<?> guard = reached || !mayBeCompiledWithGuard(type) ? null : GuardClasses.find(type);
    if (guard != null) {
      throw StaleGuard.abandoned(guard, type);
    }
    return reached;
  }

  /** To look for a class that is not there is slow, and most classes are of frameworks. */
  private static boolean mayBeCompiledWithGuard(Class<?> type) {
    boolean madeAtRunTime =
        type.isHidden() || Proxy.isProxyClass(type) || ClassUtils.getUserClass(type) != type;
    return !madeAtRunTime && !FrameworkClasses.contain(type);
  }

  private boolean isReached(Class<?> type) {
    if (isGuarded(type) || reach(type.getSuperclass())) {
      return true;
    }
    for (Class<?> inherited : type.getInterfaces()) {
      if (reach(inherited)) {
        return true;
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isGuarded(method)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the element itself bears one; it may not bear an annotation that bears one. */
  private static boolean isGuarded(AnnotatedElement element) {
    Annotation[] borne = element.getDeclaredAnnotations();
    if (areOfOurs(borne)) {
      return true;
    }
    verifyNoneIsBorne(element, borne);
    return false;
  }

  /** Whether the element itself bears one. */
  static boolean bears(AnnotatedElement element) {
    return areOfOurs(element.getDeclaredAnnotations());
  }

  private static boolean areOfOurs(Annotation[] annotations) {
    for (Annotation each : annotations) {
      if (ALL.contains(each.annotationType())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Requires that neither the types nor their methods bear an annotation that bears one of ours, or
   * another copy of one.
   */
  static void verifyNoneIsBorne(Set<Class<?>> types) {
    for (Class<?> type : types) {
      AnnotationCopies.verify(type, ALL);
      verifyNoneIsBorne(type, type.getDeclaredAnnotations());
      for (Method method : type.getDeclaredMethods()) {
        verifyNoneIsBorne(method, method.getDeclaredAnnotations());
      }
    }
  }

  private static void verifyNoneIsBorne(AnnotatedElement element, Annotation[] annotations) {
    for (Annotation each : annotations) {
      Class<?> bearer = each.annotationType();
      Optional<Class<?>> borne = BORNE.get(bearer);
      if (borne.isPresent()) {
        String ours = "@" + borne.get().getSimpleName();
        throw new StartUpException(
            element
                + " bears @"
                + bearer.getName()
                + ", which bears "
                + ours
                + ": Gatewright's annotations have no effect on annotations",
            "write "
                + ours
                + " on the class or method itself, remove it from @"
                + bearer.getSimpleName()
                + ", and compile with the annotation processor.");
      }
    }
  }

  private static Optional<Class<?>> borne(Class<?> annotation, Set<Class<?>> seen) {
    if (!seen.add(annotation) || annotation.getName().startsWith("java.")) {
      return Optional.empty();
    }
    AnnotationCopies.verify(annotation, ALL);
    for (Class<? extends Annotation> ours : ALL) {
      if (annotation.isAnnotationPresent(ours)) {
        return Optional.of(ours);
      }
    }
    return Stream.of(annotation.getDeclaredAnnotations())
        .flatMap(each -> borne(each.annotationType(), seen).stream())
        .findFirst();
  }
}
