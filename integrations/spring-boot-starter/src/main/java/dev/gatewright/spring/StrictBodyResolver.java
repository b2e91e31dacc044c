package dev.gatewright.spring;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.spring.json.MalformedJsonException;
import dev.gatewright.spring.json.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor;

/**
 * Reads the {@link RequestBody} of guarded endpoints: JSON strictly, everything else as Spring MVC
 * does. The media type must be one that the endpoint declares, or JSON where it declares none.
 * Stands before Spring's own resolver, which goes on serving endpoints without a guard.
 */
final class StrictBodyResolver extends RequestResponseBodyMethodProcessor {
  private final StrictJson json;
  private final Gate gate;

  StrictBodyResolver(List<HttpMessageConverter<?>> converters, StrictJson json, Gate gate) {
    super(converters);
    this.json = json;
    this.gate = gate;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return super.supportsParameter(parameter)
        && GuardClasses.isGuard(parameter.getContainingClass());
  }

  @Override
  protected @Nullable Object readWithMessageConverters(
      NativeWebRequest webRequest, MethodParameter parameter, Type type)
      throws IOException, HttpMediaTypeNotSupportedException {
    HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
    EndpointPolicy policy = request == null ? null : AdmissionInterceptor.admitted(request);
    if (request == null || policy == null) {
      throw gate.refuse(Refusal.of(RefusalReason.UNDECIDABLE, "the request was not admitted"));
    }
    MediaType mediaType = mediaTypeOf(request);
    if (mediaType == null && request.getContentLengthLong() <= 0) {
      return readBytes(request).length == 0
          ? nothing(parameter)
          : refuseMediaType(MediaType.APPLICATION_JSON);
    }
    if (mediaType == null || !isAccepted(mediaType, parameter)) {
      return refuseMediaType(MediaType.APPLICATION_JSON);
    }
    if (!isJson(mediaType) || isRaw(parameter)) {
      return super.readWithMessageConverters(webRequest, parameter, type);
    }
    Charset charset = mediaType.getCharset();
    if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
      return refuseMediaType(MediaType.APPLICATION_JSON);
    }
    byte[] body = readBytes(request);
    return body.length == 0
        ? nothing(parameter)
        : read(body, GenericTypeResolver.resolveType(type, parameter.getContainingClass()), policy);
  }

  /** Where the guard validates, it does so alone: all arguments at once, by its own groups. */
  @Override
  protected void validateIfApplicable(WebDataBinder binder, MethodParameter parameter) {
    EndpointPolicy policy =
        RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
            ? AdmissionInterceptor.admitted(attributes.getRequest())
            : null;
    if (policy == null || policy.input().parameterNames().isEmpty()) {
      super.validateIfApplicable(binder, parameter);
    }
  }

  private @Nullable Object read(byte[] body, Type type, EndpointPolicy policy) {
    try {
      return json.read(body, type, policy.input().maxDepth());
    } catch (MalformedJsonException malformed) {
      throw gate.refuse(InputRefusals.malformed(malformed.path(), malformed.problem()));
    }
  }

  /** The request's stream bounds itself. */
  private byte[] readBytes(HttpServletRequest request) {
    try {
      return request.getInputStream().readAllBytes();
    } catch (IOException broken) {
      // Cut off, late, or in chunks that are none: nothing the application could have done.
      throw gate.refuse(
          Refusal.of(
              RefusalReason.MALFORMED_REQUEST,
              "the body cannot be read: " + broken.getClass().getSimpleName()));
    }
  }

  private @Nullable Object nothing(MethodParameter parameter) {
    if (checkRequired(parameter)) {
      throw gate.refuse(InputRefusals.malformed("", "a body is required"));
    }
    return null;
  }

  private Object refuseMediaType(MediaType supported) {
    throw gate.refuse(InputRefusals.unsupported(List.of(supported)));
  }

  private @Nullable MediaType mediaTypeOf(HttpServletRequest request) {
    String contentType = request.getContentType();
    try {
      return contentType == null ? null : MediaType.parseMediaType(contentType);
    } catch (InvalidMediaTypeException malformed) {
      throw gate.refuse(InputRefusals.unsupported(List.of(MediaType.APPLICATION_JSON)));
    }
  }

  /** What an endpoint declares, Spring MVC has matched already. */
  private static boolean isAccepted(MediaType mediaType, MethodParameter parameter) {
    return mediaType.equalsTypeAndSubtype(MediaType.APPLICATION_JSON) || declares(parameter);
  }

  private static boolean declares(MethodParameter parameter) {
    return hasConsumes(
            AnnotatedElementUtils.findMergedAnnotation(
                parameter.getAnnotatedElement(), RequestMapping.class))
        || hasConsumes(
            AnnotatedElementUtils.findMergedAnnotation(
                parameter.getContainingClass(), RequestMapping.class));
  }

  private static boolean hasConsumes(@Nullable RequestMapping mapping) {
    return mapping != null && mapping.consumes().length > 0;
  }

  private static boolean isJson(MediaType mediaType) {
    return mediaType.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
        || mediaType.getSubtype().endsWith("+json");
  }

  /** Types that take a body as it is. */
  private static boolean isRaw(MethodParameter parameter) {
    Class<?> type = parameter.getNestedParameterType();
    return type == String.class || type == byte[].class || Resource.class.isAssignableFrom(type);
  }
}
