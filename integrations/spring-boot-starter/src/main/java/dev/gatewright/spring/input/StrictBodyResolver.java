package dev.gatewright.spring.input;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.spring.guard.UndecidedMethods;
import dev.gatewright.spring.text.StrictText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor;

/**
 * Reads the {@link RequestBody} of guarded endpoints: JSON strictly; bytes, text and forms as
 * Spring MVC does; other formats only by converters that the application has listed. The media type
 * must be one that the endpoint declares, or JSON where it declares none. Stands before Spring's
 * own resolver, which goes on serving endpoints without a guard.
 */
public final class StrictBodyResolver extends RequestResponseBodyMethodProcessor {
  private final BodyAdvice advice;
  private final BodyFormats formats;
  private final StrictReading reading;
  private final Gate gate;

  public StrictBodyResolver(
      List<HttpMessageConverter<?>> converters,
      BodyAdvice advice,
      BodyFormats formats,
      StrictReading reading,
      Gate gate) {
    super(converters, advice.followedBy(new ExpandedBodyBound(gate)));
    this.advice = advice;
    this.formats = formats;
    this.reading = reading;
    this.gate = gate;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return super.supportsParameter(parameter)
        && UndecidedMethods.isGuarded(parameter.getContainingClass(), parameter.getMethod());
  }

  @Override
  protected @Nullable Object readWithMessageConverters(
      NativeWebRequest webRequest, MethodParameter parameter, Type type)
      throws IOException, HttpMediaTypeNotSupportedException {
    HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw gate.refuse(Refusal.of(RefusalReason.UNDECIDABLE, "there is no request to read"));
    }
    EndpointPolicy policy = reading.admitted(request);
    MediaType mediaType = mediaTypeOf(request);
    if (mediaType == null && request.getContentLengthLong() <= 0) {
      return readBytes(request).length == 0
          ? nothing(request, parameter, type)
          : refuseMediaType(MediaType.APPLICATION_JSON);
    }
    if (mediaType == null || !isAccepted(mediaType, parameter)) {
      return refuseMediaType(MediaType.APPLICATION_JSON);
    }
    if (!BodyFormats.isJson(mediaType) || BodyFormats.isRaw(parameter)) {
      if (formats.loose(parameter, type, mediaType, messageConverters) != null) {
        return refuseMediaType(MediaType.APPLICATION_JSON);
      }
      return checkText(super.readWithMessageConverters(webRequest, parameter, type));
    }
    if (!StrictReading.isUtf8(mediaType)) {
      return refuseMediaType(MediaType.APPLICATION_JSON);
    }
    byte[] body = readBytes(request);
    return body.length == 0
        ? nothing(request, parameter, type)
        : reading.read(bodyRead(request, parameter, type, mediaType), body, policy, "");
  }

  /** Text, and the fields of a form, were decoded without asking whether they can be. */
  private @Nullable Object checkText(@Nullable Object body) {
    if (body instanceof String text) {
      requireText(text);
    } else if (body instanceof MultiValueMap<?, ?> fields) {
      fields.forEach(
          (name, values) -> {
            requireText(name);
            values.forEach(value -> requireText(value));
          });
    }
    return body;
  }

  private void requireText(@Nullable Object text) {
    if (text instanceof String string && !StrictText.isDecoded(string)) {
      throw gate.refuse(InputRefusals.malformed("", "holds a character that is none"));
    }
  }

  @Override
  protected void validateIfApplicable(WebDataBinder binder, MethodParameter parameter) {
    reading.leaveToGuard(binder, parameter);
    super.validateIfApplicable(binder, parameter);
  }

  /** The request's stream bounds itself. */
  private byte[] readBytes(HttpServletRequest request) {
    try {
      return request.getInputStream().readAllBytes();
    } catch (IOException broken) {
      // Cut off, late, or in chunks that are none: nothing the application could have done.
      throw reading.unreadable(broken);
    }
  }

  private @Nullable Object nothing(
      HttpServletRequest request, MethodParameter parameter, Type type) {
    Object body = advice.whenEmpty(bodyRead(request, parameter, type, MediaType.APPLICATION_JSON));
    if (body == null && checkRequired(parameter)) {
      throw gate.refuse(InputRefusals.malformed("", "a body is required"));
    }
    return body;
  }

  private BodyRead bodyRead(
      HttpServletRequest request, MethodParameter parameter, Type type, MediaType mediaType) {
    return BodyRead.of(
        new ServletServerHttpRequest(request), parameter, type, mediaType, messageConverters);
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
}
