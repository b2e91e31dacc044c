package dev.gatewright.spring.argument;

import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.guard.EndpointMethods;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.guard.KnownGuards;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The types that are named by the parameters of methods whose guards ask something about arguments,
 * each with such a method. Immutable.
 *
 * @param methods the methods, by those types
 */
record AskedTypes(Map<Class<?>, Method> methods) {

  /**
   * Looks at all guards of a context and its parents, and at what may be one by an interface that
   * its bean is made by later. Endpoints of Spring MVC are left out: what is bound for them is not
   * handed to others.
   *
   * @param isAsked whether a guard asks something about the arguments of its method
   */
  static AskedTypes of(
      ConfigurableListableBeanFactory beans, BiPredicate<Class<?>, Method> isAsked) {
    Map<Class<?>, Method> methods = new HashMap<>();
    for (BeanFactory each = beans;
        each instanceof ConfigurableListableBeanFactory factory;
        each = factory.getParentBeanFactory()) {
      KnownGuards known = KnownGuards.in(factory);
      for (Class<?> guard : known.classes()) {
        addAsked(guard, isAsked, methods);
      }
      for (Class<?> perhaps : known.perhaps()) {
        for (Method method : perhaps.getMethods()) {
          add(method, perhaps, methods);
        }
      }
    }
    return new AskedTypes(Map.copyOf(methods));
  }

  private static void addAsked(
      Class<?> guard, BiPredicate<Class<?>, Method> isAsked, Map<Class<?>, Method> methods) {
    boolean controller =
        MergedAnnotations.from(guard, SearchStrategy.TYPE_HIERARCHY).isPresent(Controller.class);
    for (EndpointPolicy policy : GuardClasses.endpointPolicies(guard)) {
      Method method = EndpointMethods.of(policy, guard);
      if (!(controller && isMapped(method)) && isAsked.test(guard, method)) {
        add(method, guard, methods);
      }
    }
  }

  private static void add(Method method, Class<?> type, Map<Class<?>, Method> methods) {
    typesOf(method, type).forEach(each -> methods.putIfAbsent(each, method));
  }

  private static boolean isMapped(Method method) {
    return MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY)
        .isPresent(RequestMapping.class);
  }

  private static Set<Class<?>> typesOf(Method method, Class<?> guard) {
    Set<Class<?>> found = new HashSet<>();
    for (int index = 0; index < method.getParameterCount(); index++) {
      ResolvableType type = ResolvableType.forMethodParameter(method, index, guard);
      ResolvableType element = type;
      while (element.isArray()) {
        element = element.getComponentType();
      }
      found.add(element.resolve(Object.class));
      add(type, found, new HashSet<>());
    }
    found.removeIf(BeanUtils::isSimpleValueType);
    return found;
  }

  /** Adds what a type is made of: the objects that a container holds are handed over with it. */
  private static void add(ResolvableType type, Set<Class<?>> found, Set<Type> seen) {
    if (!seen.add(type.getType())) {
      return;
    }
    if (type.isArray()) {
      add(type.getComponentType(), found, seen);
    }
    Class<?> resolved = type.resolve(Object.class);
    if (resolved != Object.class) {
      found.add(resolved);
    }
    Stream.of(type, type.as(Iterable.class), type.as(Map.class))
        .flatMap(each -> Stream.of(each.getGenerics()))
        .forEach(argument -> add(argument, found, seen));
  }

  /** A method that may be asked about such an object; null where there is none. */
  @Nullable Method about(Class<?> object) {
    return methods.entrySet().stream()
        .filter(
            each ->
                each.getKey().isAssignableFrom(object) || object.isAssignableFrom(each.getKey()))
        .map(Map.Entry::getValue)
        .min(Comparator.comparing(Method::toGenericString))
        .orElse(null);
  }
}
