package dev.gatewright.spring.input;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.spring.argument.BodyParameters;
import dev.gatewright.spring.guard.UndecidedMethods;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.RequestPartMethodArgumentResolver;

/**
 * Reads parts of multipart bodies that guarded endpoints take as objects: JSON, as strictly as it
 * is read from a body of its own. Stands before Spring's own resolver, which goes on handing over
 * files, bytes and text.
 */
public final class StrictPartResolver extends RequestPartMethodArgumentResolver {
  private final StrictReading reading;
  private final Gate gate;

  public StrictPartResolver(
      List<HttpMessageConverter<?>> converters,
      BodyAdvice advice,
      StrictReading reading,
      Gate gate) {
    super(converters, advice.all());
    this.reading = reading;
    this.gate = gate;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(RequestPart.class)
        && !BodyParameters.isRawPart(parameter)
        && UndecidedMethods.isGuarded(parameter.getContainingClass(), parameter.getMethod());
  }

  @Override
  protected <T> Object readWithMessageConverters(
      HttpInputMessage part, MethodParameter parameter, Type type) {
    MediaType mediaType = mediaTypeOf(part);
    if (mediaType == null || !BodyFormats.isJson(mediaType) || !StrictReading.isUtf8(mediaType)) {
      throw unsupported();
    }
    return reading.read(
        BodyRead.of(part, parameter, type, mediaType, messageConverters),
        bytesOf(part),
        reading.admitted(request()),
        InputRefusals.placeOf(parameter));
  }

  private static @Nullable HttpServletRequest request() {
    return RequestContextHolder.getRequestAttributes()
            instanceof ServletRequestAttributes attributes
        ? attributes.getRequest()
        : null;
  }

  /** Servers hold no more of a part than the endpoint's bound for the whole body. */
  private byte[] bytesOf(HttpInputMessage part) {
    try {
      return part.getBody().readAllBytes();
    } catch (IOException broken) {
      throw reading.unreadable(broken);
    }
  }

  private @Nullable MediaType mediaTypeOf(HttpInputMessage part) {
    try {
      return part.getHeaders().getContentType();
    } catch (InvalidMediaTypeException malformed) {
      throw unsupported();
    }
  }

  private RefusedException unsupported() {
    return gate.refuse(InputRefusals.unsupported(List.of(MediaType.APPLICATION_JSON)));
  }

  @Override
  protected void validateIfApplicable(WebDataBinder binder, MethodParameter parameter) {
    reading.leaveToGuard(binder, parameter);
    super.validateIfApplicable(binder, parameter);
  }
}
