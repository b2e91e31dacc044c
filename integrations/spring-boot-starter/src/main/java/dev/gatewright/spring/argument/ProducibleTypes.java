package dev.gatewright.spring.argument;

import dev.gatewright.spring.guard.FrameworkClasses;
import jakarta.servlet.ServletResponse;
import java.io.OutputStream;
import java.io.Writer;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.GenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.SmartHttpMessageConverter;
import org.springframework.util.ClassUtils;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * The media types that a handler method's declared result can be written as: what its mapping could
 * name in {@code produces}, where it names nothing.
 */
final class ProducibleTypes {
  private static final List<Class<?>> DEFERRED =
      List.of(Callable.class, WebAsyncTask.class, DeferredResult.class, CompletionStage.class);

  /** Results whose media type shows only when they are there. */
  private static final List<Class<?>> OPEN =
      List.of(
          String.class,
          byte[].class,
          Resource.class,
          ProblemDetail.class,
          ErrorResponse.class,
          ResponseBodyEmitter.class,
          StreamingResponseBody.class,
          // They may lead elsewhere, in no media type.
          ModelAndView.class,
          View.class,
          Void.class);

  private static final Set<RequestMethod> SAFE =
      EnumSet.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS);

  private static final Set<HttpStatus> WITHOUT_BODY =
      EnumSet.of(HttpStatus.NO_CONTENT, HttpStatus.RESET_CONTENT, HttpStatus.NOT_MODIFIED);

  private final List<HttpMessageConverter<?>> converters;

  ProducibleTypes(List<HttpMessageConverter<?>> converters) {
    this.converters = converters;
  }

  /** The media types; null where they cannot be told before the endpoint has run. */
  @Nullable List<MediaType> of(HandlerMethod handler) {
    ResolvableType result = bodyOf(handler);
    if (result == null || writesItself(handler) || isWithoutBody(handler)) {
      return null;
    }
    Class<?> type = result.resolve();
    if (type == null || type == Object.class) {
      return changesSomething(handler) ? configured() : null;
    }
    if (isOpen(type)) {
      return null;
    }
    Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
    Set<MediaType> found = new LinkedHashSet<>();
    for (HttpMessageConverter<?> converter : converters) {
      if (canWrite(converter, result, boxed)) {
        found.addAll(converter.getSupportedMediaTypes(boxed));
      } else if (!Modifier.isFinal(boxed.getModifiers()) && isOfApplication(converter)) {
        // It may write a subtype.
        found.addAll(converter.getSupportedMediaTypes());
      }
    }
    return found.isEmpty() ? null : new ArrayList<>(found);
  }

  /** What the application can write at all: the result may be anything. */
  private List<MediaType> configured() {
    Set<MediaType> found = new LinkedHashSet<>();
    converters.forEach(converter -> found.addAll(converter.getSupportedMediaTypes()));
    // What writes anything as anything says nothing about what the endpoint means to answer with.
    found.remove(MediaType.ALL);
    found.add(MediaType.TEXT_EVENT_STREAM);
    return new ArrayList<>(found);
  }

  /** Whether work is done that a client would not want without its answer. */
  private static boolean changesSomething(HandlerMethod handler) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
    return mapping != null
        && mapping.method().length > 0
        && Arrays.stream(mapping.method()).noneMatch(SAFE::contains);
  }

  /** Whether the status that is declared goes without a body, and so without a media type. */
  private static boolean isWithoutBody(HandlerMethod handler) {
    ResponseStatus declared =
        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), ResponseStatus.class);
    return declared != null && WITHOUT_BODY.contains(declared.code());
  }

  private static @Nullable ResolvableType bodyOf(HandlerMethod handler) {
    MethodParameter returned = handler.getReturnType();
    ResolvableType type =
        ResolvableType.forMethodReturnType(handler.getMethod(), handler.getBeanType());
    for (Class<?> deferred : DEFERRED) {
      if (deferred.isAssignableFrom(type.toClass())) {
        type = type.as(deferred).getGeneric();
        break;
      }
    }
    if (HttpEntity.class.isAssignableFrom(type.toClass())) {
      return type.as(HttpEntity.class).getGeneric();
    }
    boolean isBody =
        AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class)
            || returned.hasMethodAnnotation(ResponseBody.class);
    return isBody ? type : null;
  }

  private static boolean isOpen(Class<?> type) {
    if (type == void.class
        || CharSequence.class.isAssignableFrom(type)
        || HttpHeaders.class.isAssignableFrom(type)
        || ReactiveAdapterRegistry.getSharedInstance().getAdapter(type) != null) {
      return true;
    }
    for (Class<?> open : OPEN) {
      if (type.isAssignableFrom(open) || open.isAssignableFrom(type)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the endpoint may set a media type, or write, by itself. */
  private static boolean writesItself(HandlerMethod handler) {
    for (MethodParameter parameter : handler.getMethodParameters()) {
      Class<?> type = parameter.getParameterType();
      if (ServletResponse.class.isAssignableFrom(type)
          || WebRequest.class.isAssignableFrom(type)
          || OutputStream.class.isAssignableFrom(type)
          || Writer.class.isAssignableFrom(type)) {
        return true;
      }
    }
    return false;
  }

  private static boolean canWrite(
      HttpMessageConverter<?> converter, ResolvableType result, Class<?> type) {
    Type generic = result.getType();
    if (converter instanceof GenericHttpMessageConverter<?> forGenerics) {
      return forGenerics.canWrite(generic, type, null);
    }
    if (converter instanceof SmartHttpMessageConverter<?> smart) {
      return smart.canWrite(result, type, null);
    }
    return converter.canWrite(type, null);
  }

  private static boolean isOfApplication(HttpMessageConverter<?> converter) {
    return !FrameworkClasses.contain(converter.getClass(), "org.springframework.");
  }
}
