package dev.gatewright.spring.argument;

import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.text.ScalarShape;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.Part;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.ResolvableType;
import org.springframework.format.annotation.NumberFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.annotation.RequestHeaderMapMethodArgumentResolver;
import org.springframework.web.method.annotation.RequestHeaderMethodArgumentResolver;
import org.springframework.web.method.annotation.RequestParamMapMethodArgumentResolver;
import org.springframework.web.method.annotation.RequestParamMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.mvc.method.annotation.MatrixVariableMapMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.MatrixVariableMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestPartMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.ServletCookieValueMethodArgumentResolver;

/** Prepares, once for each endpoint, what is looked at in its requests. Thread-safe. */
public final class ArgumentPlanner {
  private final RequestMappingHandlerAdapter adapter;
  private final List<HandlerMethodArgumentResolver> resolvers;
  private final BindingMethods bindingMethods;
  private final ProducibleTypes producible;
  private final ContentNegotiationManager negotiation;
  private final ConfigurableBeanFactory beanFactory;
  private final Set<String> alwaysKnown;
  private final ParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

  /**
   * Prepares as the adapter will read.
   *
   * @param adapter what calls the endpoints
   * @param negotiation what the application makes of the Accept header
   * @param beanFactory resolves placeholders in names
   * @param alwaysKnown parameters that every endpoint knows
   */
  public ArgumentPlanner(
      RequestMappingHandlerAdapter adapter,
      ContentNegotiationManager negotiation,
      ConfigurableBeanFactory beanFactory,
      Set<String> alwaysKnown) {
    this.adapter = adapter;
    List<HandlerMethodArgumentResolver> all = adapter.getArgumentResolvers();
    this.resolvers = all == null ? List.of() : List.copyOf(all);
    this.bindingMethods = new BindingMethods(adapter);
    this.producible = new ProducibleTypes(adapter.getMessageConverters());
    this.negotiation = negotiation;
    this.beanFactory = beanFactory;
    this.alwaysKnown = Set.copyOf(alwaysKnown);
  }

  /** Whether the adapter still reads by the same resolvers. */
  public boolean isCurrent() {
    return resolvers.equals(adapter.getArgumentResolvers());
  }

  /**
   * Prepares an endpoint.
   *
   * @param handler the endpoint
   * @param refuseUnknown whether parameters that it does not know are refused
   * @throws IllegalArgumentException if that cannot be done, with the fix
   */
  public ArgumentPlan plan(HandlerMethod handler, boolean refuseUnknown) {
    ArgumentDraft draft = new ArgumentDraft();
    for (MethodParameter parameter : handler.getMethodParameters()) {
      parameter.initParameterNameDiscovery(names);
      HandlerMethodArgumentResolver resolver = resolverOf(parameter);
      BodyParameters.verify(parameter, resolver, isKnown(resolver));
      add(parameter, resolver, draft);
    }
    String opaque = draft.opaque;
    for (BindingMethods.Parameter each : bindingMethods.parameters(handler)) {
      each.parameter().initParameterNameDiscovery(names);
      HandlerMethodArgumentResolver resolver = within(each.resolver(), each.parameter());
      // No guard would validate it, and strict reading leaves that to guards.
      BodyParameters.verify(each.parameter(), resolver, false);
      add(each.parameter(), resolver, draft);
    }
    if (draft.formsAreRead) {
      draft.checks.add(new FileNames());
    }
    if (refuseUnknown) {
      if (opaque != null) {
        throw new IllegalArgumentException(
            handler.getShortLogMessage()
                + " cannot refuse unknown query parameters, as its parameter "
                + opaque
                + " may read any. Fix: take them with @RequestParam, or list the endpoint in"
                + " 'gatewright.input.ignore-unknown-query-parameters-of' instead.");
      }
      draft.known.addAll(alwaysKnown);
      draft.known.addAll(MappedParameters.of(handler, negotiation));
      draft.checks.add(
          new KnownParameters(
              Set.copyOf(draft.known), List.copyOf(draft.properties), draft.formsAreRead));
    }
    List<MediaType> types = producible.of(handler);
    return new ArgumentPlan(
        draft.checks, types == null ? null : new AcceptCheck(negotiation, types));
  }

  private void add(
      MethodParameter parameter,
      @Nullable HandlerMethodArgumentResolver resolver,
      ArgumentDraft draft) {
    Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
    UnconvertedMaps.verify(parameter, resolver);
    UnguardedArguments.verify(parameter, resolver);
    if (resolver != null && addData(resolver, parameter, draft)) {
      draft.formsAreRead = true;
    } else if (resolver instanceof RequestParamMethodArgumentResolver) {
      addParameter(parameter, type, draft);
    } else if (resolver instanceof RequestParamMapMethodArgumentResolver) {
      draft.checks.add(new ArgumentCheck.AllParameters(MultiValueMap.class.isAssignableFrom(type)));
      draft.opaque = parameter.getParameterName();
    } else if (resolver instanceof ModelAttributeMethodProcessor) {
      BoundProperties properties =
          BoundProperties.of(ResolvableType.forMethodParameter(parameter.nestedIfOptional()));
      draft.checks.add(new ArgumentCheck.Properties(properties));
      draft.properties.add(properties);
      draft.formsAreRead = true;
      draft.addPath();
    } else if (resolver instanceof RequestPartMethodArgumentResolver) {
      RequestPart part = parameter.getParameterAnnotation(RequestPart.class);
      addPart(name(part == null ? "" : part.name(), parameter), parameter, draft);
    } else if (resolver instanceof RequestHeaderMethodArgumentResolver) {
      RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
      String name = name(header == null ? "" : header.name(), parameter);
      draft.checks.add(new ArgumentCheck.Header(name, ConversionTarget.takesSeveral(type)));
      checkDefault(header == null ? null : header.defaultValue(), type, parameter);
    } else if (resolver instanceof RequestHeaderMapMethodArgumentResolver) {
      draft.checks.add(
          new AllHeaders(
              MultiValueMap.class.isAssignableFrom(type)
                  || HttpHeaders.class.isAssignableFrom(type)));
    } else if (resolver instanceof ServletCookieValueMethodArgumentResolver) {
      CookieValue cookie = parameter.getParameterAnnotation(CookieValue.class);
      draft.checks.add(
          new OneCookie(
              name(cookie == null ? "" : cookie.name(), parameter), type != Cookie.class));
      if (type != Cookie.class) {
        checkDefault(cookie == null ? null : cookie.defaultValue(), type, parameter);
      }
    } else if (resolver instanceof MatrixVariableMethodArgumentResolver) {
      MatrixVariable matrix = parameter.getParameterAnnotation(MatrixVariable.class);
      draft.checks.add(new ArgumentCheck.MatrixVariables(true));
      checkDefault(matrix == null ? null : matrix.defaultValue(), type, parameter);
    } else if (resolver instanceof MatrixVariableMapMethodArgumentResolver) {
      draft.checks.add(
          new ArgumentCheck.MatrixVariables(MultiValueMap.class.isAssignableFrom(type)));
    } else {
      draft.addPath();
      if (readsRequest(type) || !isKnown(resolver)) {
        draft.opaque = parameter.getParameterName();
      }
    }
  }

  private static boolean addData(
      HandlerMethodArgumentResolver resolver, MethodParameter parameter, ArgumentDraft draft) {
    List<DataParameter> read = DataParameters.of(resolver, parameter);
    for (DataParameter each : read) {
      draft.checks.add(each);
      draft.known.add(each.name());
    }
    return !read.isEmpty();
  }

  private void addParameter(MethodParameter parameter, Class<?> type, ArgumentDraft draft) {
    RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
    String name = name(annotation == null ? "" : annotation.name(), parameter);
    draft.known.add(name);
    draft.formsAreRead = true;
    if (name.contains("#{")) {
      draft.opaque = parameter.getParameterName();
    } else if (type == MultipartFile.class || type == Part.class) {
      addUpload(name, parameter, draft);
    } else {
      draft.checks.add(new ArgumentCheck.Parameter(name, ConversionTarget.takesSeveral(type)));
      checkDefault(annotation == null ? null : annotation.defaultValue(), type, parameter);
    }
  }

  private static void addUpload(String name, MethodParameter parameter, ArgumentDraft draft) {
    Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
    if (!ConversionTarget.takesSeveral(type)) {
      draft.checks.add(new ArgumentCheck.Upload(name));
    }
    draft.known.add(name);
  }

  /** A part that is handed over as text may have come as a field too. */
  private static void addPart(String name, MethodParameter parameter, ArgumentDraft draft) {
    Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
    if (type == MultipartFile.class || type == Part.class) {
      addUpload(name, parameter, draft);
    } else if (!ConversionTarget.takesSeveral(type) || !BodyParameters.isRawPart(parameter)) {
      draft.checks.add(new OnePart(name, type == String.class));
    }
    draft.known.add(name);
    draft.formsAreRead = true;
  }

  private String name(String annotated, MethodParameter parameter) {
    String resolved = beanFactory.resolveEmbeddedValue(annotated);
    return resolved == null || resolved.isEmpty()
        ? String.valueOf(parameter.getParameterName())
        : resolved;
  }

  /** What the application itself gives must be spelled as it wants it of clients. */
  private void checkDefault(@Nullable String annotated, Class<?> type, MethodParameter parameter) {
    String value =
        annotated == null || annotated.equals(ValueConstants.DEFAULT_NONE)
            ? null
            : beanFactory.resolveEmbeddedValue(annotated);
    ScalarShape shape = ScalarShape.of(type);
    if (value != null
        && shape != null
        && !value.isEmpty()
        && !value.contains("#{")
        && !shape.matches(value)
        && !parameter.hasParameterAnnotation(NumberFormat.class)) {
      throw new IllegalArgumentException(
          "The parameter "
              + parameter.getParameterName()
              + " of "
              + parameter.getExecutable().toGenericString()
              + " has a default value that is not read as "
              + type.getSimpleName()
              + " here. Fix: write numbers as 10 or -0.5 and booleans as true or false.");
    }
  }

  private @Nullable HandlerMethodArgumentResolver resolverOf(MethodParameter parameter) {
    for (HandlerMethodArgumentResolver resolver : resolvers) {
      if (resolver.supportsParameter(parameter)) {
        return within(resolver, parameter);
      }
    }
    return null;
  }

  private static @Nullable HandlerMethodArgumentResolver within(
      @Nullable HandlerMethodArgumentResolver resolver, MethodParameter parameter) {
    return resolver instanceof GuardedArgumentResolver guarded
        ? guarded.resolverOf(parameter)
        : resolver;
  }

  private static boolean readsRequest(Class<?> type) {
    return ServletRequest.class.isAssignableFrom(type)
        || WebRequest.class.isAssignableFrom(type)
        || MultipartRequest.class.isAssignableFrom(type);
  }

  /** What resolvers of others read cannot be told. */
  private static boolean isKnown(@Nullable HandlerMethodArgumentResolver resolver) {
    return resolver != null
        && (FrameworkClasses.contain(resolver.getClass(), "org.springframework.web.")
            || isOfStarter(resolver));
  }

  private static boolean isOfStarter(@Nullable HandlerMethodArgumentResolver resolver) {
    return resolver != null
        && FrameworkClasses.contain(resolver.getClass(), "dev.gatewright.spring.");
  }
}
