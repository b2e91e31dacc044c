package dev.gatewright.spring.argument;

import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.guard.GuardAnnotations;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeansException;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.annotation.AbstractNamedValueMethodArgumentResolver;
import org.springframework.web.method.annotation.ExpressionValueMethodArgumentResolver;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestAttributeMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.SessionAttributeMethodArgumentResolver;

/**
 * Finds objects that Spring would make of what a client sends, by converting it or binding to it,
 * although their classes bear Gatewright's annotations: no such object has a guard. The processor
 * refuses such a class where it sees one that is no bean's.
 */
final class UnguardedArguments {

  /** Bounds what is looked into from one parameter. */
  private static final int MOST_TYPES = 500;

  private UnguardedArguments() {}

  /**
   * Looks at what an argument is made of.
   *
   * @throws IllegalArgumentException if a part of it would have no guard, with the fix
   */
  static void verify(MethodParameter parameter, @Nullable HandlerMethodArgumentResolver resolver) {
    ResolvableType type = ResolvableType.forMethodParameter(parameter);
    Class<?> found = null;
    if (resolver instanceof ModelAttributeMethodProcessor) {
      found = first(type, false);
    } else if (isConverted(resolver)) {
      found = Parts.of(type).unguarded();
    }
    if (found != null) {
      throw refusal(parameter, found);
    }
  }

  /**
   * The same where the fields of an object are bound too, without setters.
   *
   * @throws IllegalArgumentException as {@link #verify} does
   */
  static void verifyFields(MethodParameter parameter) {
    Class<?> found = first(ResolvableType.forMethodParameter(parameter), true);
    if (found != null) {
      throw refusal(parameter, found);
    }
  }

  private static IllegalArgumentException refusal(MethodParameter parameter, Class<?> found) {
    return new IllegalArgumentException(
        "The parameter "
            + parameter.getParameterName()
            + " of "
            + parameter.getExecutable().toGenericString()
            + " is bound to objects of "
            + found.getName()
            + ", which bears Gatewright's annotations: what Spring makes of a request has no guard."
            + " Fix: let a type without annotations carry the data, and annotate the bean that"
            + " works on it.");
  }

  /** Attributes of the session or the request, and {@code @Value}s, no client sends. */
  private static boolean isConverted(@Nullable HandlerMethodArgumentResolver resolver) {
    return resolver instanceof AbstractNamedValueMethodArgumentResolver
        && !(resolver instanceof SessionAttributeMethodArgumentResolver)
        && !(resolver instanceof RequestAttributeMethodArgumentResolver)
        && !(resolver instanceof ExpressionValueMethodArgumentResolver);
  }

  private static @Nullable Class<?> first(ResolvableType type, boolean fields) {
    Deque<ResolvableType> open = new ArrayDeque<>(Set.of(type));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty() && seen.size() < MOST_TYPES) {
      Parts parts = Parts.of(open.remove());
      Class<?> unguarded = parts.unguarded();
      if (unguarded != null) {
        return unguarded;
      }
      for (ResolvableType part : parts.types()) {
        if (isLookedInto(part.toClass()) && seen.add(part.toString())) {
          open.addAll(propertiesOf(part, fields));
        }
      }
    }
    return null;
  }

  private static Collection<ResolvableType> propertiesOf(ResolvableType type, boolean fields) {
    try {
      BoundProperties properties =
          fields ? BoundProperties.withFields(type, Integer.MAX_VALUE) : BoundProperties.of(type);
      return properties.types();
    } catch (LinkageError | BeansException unreadable) {
      // Spring's binding fails in the same way, if it ever gets there.
      return List.of();
    }
  }

  private static boolean isLookedInto(Class<?> type) {
    return !BeanUtils.isSimpleProperty(type) && !FrameworkClasses.contain(type);
  }

  /** A type with those of its elements, keys and values, however deep. */
  private record Parts(Collection<ResolvableType> types) {
    static Parts of(ResolvableType type) {
      // By their text: a type that holds its own kind, as a Path does, equals none of those.
      Map<String, ResolvableType> found = new LinkedHashMap<>();
      add(type, found);
      return new Parts(found.values());
    }

    private static void add(ResolvableType type, Map<String, ResolvableType> found) {
      if (!type.equals(ResolvableType.NONE)
          && found.size() < MOST_TYPES
          && found.putIfAbsent(type.toString(), type) == null) {
        add(type.getComponentType(), found);
        Stream.of(type, type.as(Iterable.class), type.as(Map.class))
            .flatMap(each -> Stream.of(each.getGenerics()))
            .forEach(each -> add(each, found));
      }
    }

    @Nullable Class<?> unguarded() {
      return types.stream()
          .<Class<?>>map(ResolvableType::toClass)
          .filter(GuardAnnotations::areUnguardedOn)
          .findFirst()
          .orElse(null);
    }
  }
}
