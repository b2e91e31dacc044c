package dev.gatewright.spring.argument;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils.MethodFilter;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Finds the methods that Spring MVC calls before an endpoint and that read the same request: those
 * with {@code @ModelAttribute} and {@code @InitBinder}, of the controller and of each controller
 * advice that applies to it.
 */
final class BindingMethods {
  private final RequestMappingHandlerAdapter adapter;
  private final List<ControllerAdviceBean> advices;

  BindingMethods(RequestMappingHandlerAdapter adapter) {
    this.adapter = adapter;
    ApplicationContext context = adapter.getApplicationContext();
    this.advices = context == null ? List.of() : ControllerAdviceBean.findAnnotatedBeans(context);
  }

  /**
   * A parameter of such a method.
   *
   * @param resolver what makes its argument; null where nothing does
   */
  record Parameter(MethodParameter parameter, @Nullable HandlerMethodArgumentResolver resolver) {}

  /**
   * All parameters of the methods that are called before an endpoint.
   *
   * @throws IllegalArgumentException if one has constraints that nothing checks
   */
  List<Parameter> parameters(HandlerMethod handler) {
    List<Parameter> found = new ArrayList<>();
    types(handler).forEach(type -> add(type, found));
    return found;
  }

  /** The types whose methods are called before an endpoint, its own last. */
  List<Class<?>> types(HandlerMethod handler) {
    List<Class<?>> types = new ArrayList<>();
    for (ControllerAdviceBean advice : advices) {
      Class<?> type = advice.getBeanType();
      if (type != null && advice.isApplicableToBeanType(handler.getBeanType())) {
        types.add(type);
      }
    }
    types.add(handler.getBeanType());
    return types;
  }

  private void add(Class<?> type, List<Parameter> found) {
    add(
        type,
        RequestMappingHandlerAdapter.MODEL_ATTRIBUTE_METHODS,
        adapter.getArgumentResolvers(),
        found);
    add(
        type,
        RequestMappingHandlerAdapter.INIT_BINDER_METHODS,
        adapter.getInitBinderArgumentResolvers(),
        found);
  }

  private static void add(
      Class<?> type,
      MethodFilter filter,
      @Nullable List<HandlerMethodArgumentResolver> resolvers,
      List<Parameter> found) {
    for (Method method : MethodIntrospector.selectMethods(type, filter)) {
      for (int index = 0; index < method.getParameterCount(); index++) {
        MethodParameter parameter = new MethodParameter(method, index).withContainingClass(type);
        HandlerMethodArgumentResolver resolver = null;
        for (HandlerMethodArgumentResolver each :
            resolvers == null ? List.<HandlerMethodArgumentResolver>of() : resolvers) {
          if (resolver == null && each.supportsParameter(parameter)) {
            resolver = each;
          }
        }
        verifyConstraints(type, parameter);
        found.add(new Parameter(parameter, resolver));
      }
    }
  }

  /** Spring MVC validates no single values there, unless a proxy does. */
  private static void verifyConstraints(Class<?> type, MethodParameter parameter) {
    if (AnnotatedElementUtils.hasAnnotation(type, Validated.class)) {
      return;
    }
    Annotation unchecked = UncheckedConstraints.first(type, parameter);
    if (unchecked != null) {
      throw new IllegalArgumentException(
          "The parameter "
              + parameter.getParameterIndex()
              + " of "
              + parameter.getExecutable().toGenericString()
              + " has the constraint "
              + unchecked.annotationType().getSimpleName()
              + ", which nothing checks. Fix: take the value in the endpoint, or bind it to an"
              + " object with @Valid @ModelAttribute.");
    }
  }
}
