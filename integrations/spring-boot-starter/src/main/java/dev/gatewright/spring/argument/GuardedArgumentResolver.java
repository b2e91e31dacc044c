package dev.gatewright.spring.argument;

import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.text.StrictText;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.method.support.UriComponentsContributor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestPartMethodArgumentResolver;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Makes the arguments of guarded endpoints as the resolvers behind it do, and tells the client of
 * what Spring's own stumble over: an index that is no number, or far beyond a list, or a value that
 * a constructor does not take. Spring MVC would call them errors of the server. Thread-safe.
 */
public final class GuardedArgumentResolver
    implements HandlerMethodArgumentResolver, UriComponentsContributor {
  private final List<HandlerMethodArgumentResolver> resolvers;
  private final BiPredicate<Class<?>, @Nullable Method> isGuarded;
  private final AskedArguments asked;
  private final Map<CheckedBinders.Bound, BoundProperties> known = new ConcurrentHashMap<>();

  /**
   * Stands before other resolvers.
   *
   * @param resolvers the others, in order
   * @param isGuarded whether calls of a class's method come to a guard that decides about them
   * @param asked of which endpoints something is asked once their arguments are made
   */
  public GuardedArgumentResolver(
      List<HandlerMethodArgumentResolver> resolvers,
      BiPredicate<Class<?>, @Nullable Method> isGuarded,
      AskedArguments asked) {
    this.resolvers = List.copyOf(resolvers);
    this.isGuarded = isGuarded;
    this.asked = asked;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    boolean guarded = isGuarded.test(parameter.getContainingClass(), parameter.getMethod());
    if (!guarded && !isBeforeEndpoints(parameter)) {
      return false;
    }
    HandlerMethodArgumentResolver resolver = resolverOf(parameter);
    return resolver != null
        && (guarded || resolver instanceof ModelAttributeMethodProcessor)
        && FrameworkClasses.contain(resolver.getClass(), "org.springframework.");
  }

  /** Whether it is of a method that an advice may have before guarded endpoints. */
  private static boolean isBeforeEndpoints(MethodParameter parameter) {
    return parameter.getMethod() != null
        && RequestMappingHandlerAdapter.MODEL_ATTRIBUTE_METHODS.matches(parameter.getMethod());
  }

  /** The resolver that makes the argument; null where there is none. */
  @Nullable HandlerMethodArgumentResolver resolverOf(MethodParameter parameter) {
    for (HandlerMethodArgumentResolver resolver : resolvers) {
      if (resolver.supportsParameter(parameter)) {
        return resolver;
      }
    }
    return null;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders)
      throws Exception {
    HandlerMethodArgumentResolver resolver = resolverOf(parameter);
    if (resolver == null) {
      throw new IllegalStateException("no resolver for " + parameter);
    }
    HandlerMethod endpoint = endpointOf(request);
    if (!isGuarded.test(parameter.getContainingClass(), parameter.getMethod())
        && (endpoint == null || !isGuarded.test(endpoint.getBeanType(), endpoint.getMethod()))) {
      return resolver.resolveArgument(parameter, container, request, binders);
    }
    try {
      Object argument =
          resolver.resolveArgument(
              DataParameters.areReadBy(resolver) ? declared(parameter) : parameter,
              container,
              request,
              binders != null && resolver instanceof ModelAttributeMethodProcessor
                  ? new CheckedBinders(
                      binders,
                      parameter,
                      known,
                      (name, type) ->
                          container == null || container.isBindingDisabled(name)
                              ? null
                              : refusal(name, type, parameter, endpoint))
                  : binders);
      if (resolver instanceof RequestPartMethodArgumentResolver
          && argument instanceof String text
          && !StrictText.isDecoded(text)) {
        throw new MalformedInputException("", ConversionTarget.MALFORMED);
      }
      return argument;
    } catch (InvalidPropertyException
        | IndexOutOfBoundsException
        | NumberFormatException
        // Spring makes arrays of primitives as if they were of objects.
        | ClassCastException odd) {
      throw new MalformedInputException("", ConversionTarget.MALFORMED);
    } catch (BeanInstantiationException refused) {
      if (isOfConstructor(refused.getCause())) {
        throw new MalformedInputException("", ConversionTarget.MALFORMED);
      }
      throw refused;
    }
  }

  private static @Nullable HandlerMethod endpointOf(NativeWebRequest request) {
    return request.getAttribute(
                HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
            instanceof HandlerMethod endpoint
        ? endpoint
        : null;
  }

  private @Nullable RuntimeException refusal(
      String name, Class<?> type, MethodParameter parameter, @Nullable HandlerMethod endpoint) {
    if (asked.are(parameter, endpoint)) {
      return ExistingObject.refusal(name, parameter, null);
    }
    Method asker = asked.about(type);
    return asker == null ? null : ExistingObject.refusal(name, parameter, asker);
  }

  /** As the endpoint declares it: Spring Data looks for annotations at no method but the called. */
  private static MethodParameter declared(MethodParameter parameter) {
    Method guarding = parameter.getMethod();
    Class<?> type = guarding == null ? null : guarding.getDeclaringClass().getSuperclass();
    Method declared =
        guarding == null || type == null
            ? null
            : ReflectionUtils.findMethod(type, guarding.getName(), guarding.getParameterTypes());
    return declared == null
        ? parameter
        : new MethodParameter(declared, parameter.getParameterIndex());
  }

  /** Whether the constructor ran and did not take its values; else there is none that can run. */
  private static boolean isOfConstructor(@Nullable Throwable cause) {
    return cause instanceof Exception && !(cause instanceof ReflectiveOperationException);
  }

  @Override
  public void contributeMethodArgument(
      MethodParameter parameter,
      Object value,
      UriComponentsBuilder builder,
      Map<String, Object> variables,
      ConversionService conversions) {
    if (resolverOf(parameter) instanceof UriComponentsContributor contributor) {
      contributor.contributeMethodArgument(parameter, value, builder, variables, conversions);
    }
  }
}
