package dev.gatewright.spring.argument;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.support.DefaultSessionAttributeStore;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.annotation.ModelFactory;
import org.springframework.web.method.annotation.SessionAttributesHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Finds objects that are there before a request and that Spring MVC would bind it onto, although
 * the guard may refuse it afterwards. Thread-safe.
 */
public final class ExistingObjects {
  private final RequestMappingHandlerAdapter adapter;
  private final BindingMethods methods;
  private final AskedArguments asked;

  /**
   * Looks at endpoints as the adapter will call them.
   *
   * @param adapter what calls the endpoints
   * @param asked of which of them something is asked
   */
  public ExistingObjects(RequestMappingHandlerAdapter adapter, AskedArguments asked) {
    this.adapter = adapter;
    this.methods = new BindingMethods(adapter);
    this.asked = asked;
  }

  /**
   * Looks at an endpoint, and at the methods that are called before it.
   *
   * @param guard the class of the guard
   * @param variables names of the variable parts of its path
   * @throws IllegalArgumentException if a request would be bound onto an object that is there
   *     already, with the fix
   */
  public void verify(Class<?> guard, HandlerMethod handler, Supplier<Set<String>> variables) {
    boolean isAsked = asked.are(guard, handler.getMethod());
    Attributes attributes = new Attributes(handler, variables);
    List<ModelMethod> before = modelMethods(handler);
    before.forEach(attributes::add);
    for (ModelMethod each : before) {
      for (MethodParameter parameter : each.getMethodParameters()) {
        boolean matters = isAsked || asked.are(parameter.getContainingClass(), each.getMethod());
        verify(parameter, matters, attributes);
      }
    }
    for (MethodParameter parameter : handler.getMethodParameters()) {
      verify(parameter, isAsked, attributes);
    }
  }

  private List<ModelMethod> modelMethods(HandlerMethod handler) {
    List<ModelMethod> found = new ArrayList<>();
    for (Class<?> type : methods.types(handler)) {
      MethodIntrospector.selectMethods(type, RequestMappingHandlerAdapter.MODEL_ATTRIBUTE_METHODS)
          .forEach(method -> found.add(new ModelMethod(type, method)));
    }
    return found;
  }

  private void verify(MethodParameter parameter, boolean matters, Attributes attributes) {
    if (!isModelAttribute(parameter)) {
      return;
    }
    String name = ModelFactory.getNameForParameter(parameter);
    Method asker = matters ? null : asked.about(AskedArguments.typeOf(parameter));
    if ((matters || asker != null) && isBound(parameter) && !attributes.unbound.contains(name)) {
      String origin = attributes.originOf(name, parameter);
      if (origin != null) {
        throw new IllegalArgumentException(
            new ExistingObject(name, parameter, origin, asker).message() + ".");
      }
      if (attributes.variables.get().contains(name) && isConverted(name, parameter)) {
        String part = "the part {" + name + "} of the path";
        throw new IllegalArgumentException(
            new ExistingObject(name, parameter, part, asker).message()
                + ", or take it with @PathVariable.");
      }
    }
    attributes.given.putIfAbsent(name, parameter.getExecutable());
  }

  private static boolean isBound(MethodParameter parameter) {
    ModelAttribute annotation = parameter.getParameterAnnotation(ModelAttribute.class);
    return annotation == null || annotation.binding();
  }

  private boolean isModelAttribute(MethodParameter parameter) {
    List<HandlerMethodArgumentResolver> resolvers = adapter.getArgumentResolvers();
    for (HandlerMethodArgumentResolver each :
        resolvers == null ? List.<HandlerMethodArgumentResolver>of() : resolvers) {
      if (each.supportsParameter(parameter)) {
        return (each instanceof GuardedArgumentResolver guarded
                ? guarded.resolverOf(parameter)
                : each)
            instanceof ModelAttributeMethodProcessor;
      }
    }
    return false;
  }

  /** Whether Spring MVC would make the object of a text in the request. */
  private boolean isConverted(String name, MethodParameter parameter) {
    WebDataBinder binder = new WebDataBinder(null, name);
    if (adapter.getWebBindingInitializer() != null) {
      adapter.getWebBindingInitializer().initBinder(binder);
    }
    ConversionService conversions = binder.getConversionService();
    return conversions != null
        && conversions.canConvert(
            TypeDescriptor.valueOf(String.class), new TypeDescriptor(parameter));
  }

  /** What is in the model, or may be, when a parameter is bound. */
  private static final class Attributes {
    final Map<String, Executable> given = new HashMap<>();
    final Set<String> unbound = new HashSet<>();
    final Supplier<Set<String>> variables;
    private final SessionAttributesHandler session;

    Attributes(HandlerMethod handler, Supplier<Set<String>> variables) {
      this.variables = variables;
      this.session =
          new SessionAttributesHandler(handler.getBeanType(), new DefaultSessionAttributeStore());
    }

    void add(ModelMethod method) {
      String name = method.attribute();
      if (name != null) {
        given.putIfAbsent(name, method.getMethod());
        if (!method.isBound()) {
          unbound.add(name);
        }
      }
    }

    @Nullable String originOf(String name, MethodParameter parameter) {
      Executable origin = given.get(name);
      if (origin != null) {
        return ExistingObject.nameOf(origin);
      }
      return Stream.of(
                  parameter.getParameterType(),
                  parameter.nestedIfOptional().getNestedParameterType())
              .anyMatch(type -> session.isHandlerSessionAttribute(name, type))
          ? "@SessionAttributes of the controller"
          : null;
    }
  }
}
