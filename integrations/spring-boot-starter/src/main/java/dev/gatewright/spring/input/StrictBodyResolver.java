package dev.gatewright.spring.input;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.spring.exchange.AdmissionInterceptor;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.json.MalformedJsonException;
import dev.gatewright.spring.json.StrictJson;
import dev.gatewright.spring.text.StrictText;
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
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
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
  private final StrictJson json;
  private final Gate gate;

  public StrictBodyResolver(
      List<HttpMessageConverter<?>> converters,
      BodyAdvice advice,
      BodyFormats formats,
      StrictJson json,
      Gate gate) {
    super(converters, advice.followedBy(new ExpandedBodyBound(gate)));
    this.advice = advice;
    this.formats = formats;
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
    if (request == null) {
      throw gate.refuse(Refusal.of(RefusalReason.UNDECIDABLE, "there is no request to read"));
    }
    EndpointPolicy policy = admitted(request);
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
    Charset charset = mediaType.getCharset();
    if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
      return refuseMediaType(MediaType.APPLICATION_JSON);
    }
    byte[] body = readBytes(request);
    return body.length == 0
        ? nothing(request, parameter, type)
        : read(new BodyRead(request, parameter, type, mediaType, messageConverters), body, policy);
  }

  private EndpointPolicy admitted(HttpServletRequest request) {
    EndpointPolicy policy = AdmissionInterceptor.admitted(request);
    if (policy == null) {
      throw gate.refuse(Refusal.of(RefusalReason.UNDECIDABLE, "the request was not admitted"));
    }
    return policy;
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

  /**
   * Leaves to the guard what it validates with all other arguments at once. Everything else that
   * Spring MVC would validate is validated here: by groups that are not the guard's, and by
   * validators of the application's own.
   */
  @Override
  protected void validateIfApplicable(WebDataBinder binder, MethodParameter parameter) {
    EndpointPolicy policy =
        RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
            ? AdmissionInterceptor.admitted(attributes.getRequest())
            : null;
    if (policy != null && BodyValidation.isLeftToGuard(policy.input(), parameter)) {
      binder.setExcludedValidators(BodyValidation::isJakarta);
    }
    super.validateIfApplicable(binder, parameter);
  }

  private @Nullable Object read(BodyRead read, byte[] sent, EndpointPolicy policy) {
    int maxBytes = policy.input().maxBodyBytes();
    try {
      byte[] body = advice.beforeRead(read, sent, maxBytes);
      if (body.length > maxBytes) {
        throw gate.refuse(
            Refusal.of(RefusalReason.BODY_TOO_LARGE, "more than " + maxBytes + " bytes expanded"));
      }
      Type type =
          GenericTypeResolver.resolveType(read.type(), read.parameter().getContainingClass());
      Object value =
          json.read(
              body,
              type,
              policy.input().maxDepth(),
              advice.view(read),
              BodyValidation.groups(policy.input(), read.parameter()));
      return advice.afterRead(read, value);
    } catch (MalformedJsonException malformed) {
      throw gate.refuse(InputRefusals.malformed(malformed.path(), malformed.problem()));
    } catch (IOException broken) {
      throw unreadable(broken);
    }
  }

  /** The request's stream bounds itself. */
  private byte[] readBytes(HttpServletRequest request) {
    try {
      return request.getInputStream().readAllBytes();
    } catch (IOException broken) {
      // Cut off, late, or in chunks that are none: nothing the application could have done.
      throw unreadable(broken);
    }
  }

  private RefusedException unreadable(IOException broken) {
    return gate.refuse(
        Refusal.of(
            RefusalReason.MALFORMED_REQUEST,
            "the body cannot be read: " + broken.getClass().getSimpleName()));
  }

  private @Nullable Object nothing(
      HttpServletRequest request, MethodParameter parameter, Type type) {
    Object body =
        advice.whenEmpty(
            new BodyRead(request, parameter, type, MediaType.APPLICATION_JSON, messageConverters));
    if (body == null && checkRequired(parameter)) {
      throw gate.refuse(InputRefusals.malformed("", "a body is required"));
    }
    return body;
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
