package dev.gatewright.spring.guard;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.MergedAnnotations;

/**
 * Which methods of a loaded class web frameworks map, as the processor finds it of a source.
 *
 * @param types the class, then everything that it inherits from
 * @param controller whether one of them is a controller of Spring MVC
 * @param client whether the class only implements what describes a client
 */
record LoadedMappings(Set<Class<?>> types, boolean controller, boolean client) {
  private static final String REQUEST_MAPPING =
      "org.springframework.web.bind.annotation.RequestMapping";
  private static final String HTTP_EXCHANGE =
      "org.springframework.web.service.annotation.HttpExchange";
  private static final List<String> REST =
      List.of(
          "jakarta.ws.rs.HttpMethod",
          "jakarta.ws.rs.Path",
          "javax.ws.rs.HttpMethod",
          "javax.ws.rs.Path");
  private static final List<String> CONTROLLERS =
      List.of("org.springframework.stereotype.Controller");
  private static final List<String> CLIENTS =
      List.of(
          "org.springframework.cloud.openfeign.FeignClient",
          "org.eclipse.microprofile.rest.client.inject.RegisterRestClient");

  static LoadedMappings of(Set<Class<?>> types) {
    boolean controller = types.stream().anyMatch(type -> bears(type, CONTROLLERS));
    boolean client =
        !controller
            && !types.iterator().next().isInterface()
            && types.stream().anyMatch(type -> bears(type, CLIENTS));
    return new LoadedMappings(types, controller, client);
  }

  boolean contain(Method method) {
    boolean served = controller || types.iterator().next().isInterface();
    return isServed(method)
        && (bears(method, REST)
            || bears(method, List.of(REQUEST_MAPPING))
            || (served && bears(method, List.of(HTTP_EXCHANGE))));
  }

  boolean areEmpty() {
    return methods().noneMatch(this::contain);
  }

  /** Whether a framework calls mapped methods on instances of the class itself. */
  boolean serve() {
    Class<?> type = types.iterator().next();
    return !areEmpty()
        && (controller
            || Modifier.isAbstract(type.getModifiers())
            || served().anyMatch(method -> bears(method, REST)));
  }

  /** Whether one may do so on instances of a subclass, which may be a controller. */
  boolean serveSubclasses() {
    return serve() || served().anyMatch(LoadedMappings::isMappedByClass);
  }

  private boolean isServed(Method method) {
    return !client || !method.getDeclaringClass().isInterface();
  }

  private static boolean isMappedByClass(Method method) {
    return !method.getDeclaringClass().isInterface() && bears(method, List.of(REQUEST_MAPPING));
  }

  private Stream<Method> served() {
    return methods().filter(this::isServed);
  }

  private Stream<Method> methods() {
    return types.stream().flatMap(type -> Stream.of(type.getDeclaredMethods()));
  }

  private static boolean bears(AnnotatedElement element, List<String> names) {
    if (element.getDeclaredAnnotations().length == 0) {
      return false;
    }
    MergedAnnotations annotations = MergedAnnotations.from(element);
    for (String name : names) {
      if (annotations.isPresent(name)) {
        return true;
      }
    }
    return false;
  }
}
