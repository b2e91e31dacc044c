package dev.gatewright.spring.guard;

import dev.gatewright.runtime.GuardOf;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.BridgeMethodResolver;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Tells which methods the processor let compile though they are not decided yet. It writes them
 * beside the class files, for each class in a resource that is named after it. Thread-safe.
 */
public final class UndecidedMethods {
  private static final String DIRECTORY = "META-INF/gatewright/undecided/";

  /** What the processor reads of a whole application. */
  private static final int MAX_BYTES = 1 << 20;

  /** Of a class that serves endpoints, those that are listed. */
  private static final ClassValue<Set<String>> LISTED =
      new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> serving) {
          return read(serving);
        }
      };

  private UndecidedMethods() {}

  /**
   * Whether a method is not decided yet, and was listed so when its class was compiled. Never one
   * that a guard decides about: a list may be left over from an earlier compilation.
   *
   * @param type the class of what is called: a guard, or a class without one
   * @param method as that class has it
   */
  public static boolean contain(Class<?> type, Method method) {
    Class<?> guard = guardIn(type);
    if (guard != null && EndpointMethods.policyOf(guard, method) != null) {
      // First, as most are: nothing is read of them, and no name is made with each request.
      return false;
    }
    Set<String> listed = LISTED.get(served(type));
    return !listed.isEmpty() && listed.contains(nameOf(type, method)) && isNearest(type, method);
  }

  /** A method of that signature which no other hides: a line stands for one endpoint. */
  private static boolean isNearest(Class<?> type, Method method) {
    Method nearest = ReflectionUtils.findMethod(type, method.getName(), method.getParameterTypes());
    return nearest == null
        || nearest.equals(method)
        || BridgeMethodResolver.findBridgedMethod(nearest).equals(method)
        || ClassUtils.getMostSpecificMethod(method, type).equals(nearest);
  }

  /** Whether calls of a method come to a guard that decides about them. */
  public static boolean isGuarded(Class<?> type, @Nullable Method method) {
    return GuardClasses.isGuard(type) && (method == null || !contain(type, method));
  }

  /** An endpoint as the list has it: {@code bank.Accounts#find(java.util.UUID)}. */
  public static String nameOf(Class<?> type, Method method) {
    return served(type).getName() + "#" + AnnotationDigest.signature(method);
  }

  /** The class that the processor has seen. */
  private static Class<?> served(Class<?> type) {
    Class<?> guard = guardIn(type);
    GuardOf of = guard == null ? null : guard.getAnnotation(GuardOf.class);
    return of == null ? type : of.value();
  }

  /** The guard itself, of which an object may be a proxy. */
  private static @Nullable Class<?> guardIn(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (GuardClasses.isGenerated(each)) {
        return each;
      }
    }
    return null;
  }

  private static Set<String> read(Class<?> serving) {
    ClassLoader loader = serving.getClassLoader();
    if (loader == null) {
      return Set.of();
    }
    try (InputStream list = loader.getResourceAsStream(DIRECTORY + serving.getName())) {
      return list == null
          ? Set.of()
          : new String(list.readNBytes(MAX_BYTES), StandardCharsets.UTF_8)
              .lines()
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
