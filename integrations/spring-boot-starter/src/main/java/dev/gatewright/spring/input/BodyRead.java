package dev.gatewright.spring.input;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.GenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.SmartHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A body that is read for a parameter.
 *
 * @param message the body, or the part of it, with its headers
 * @param parameter what it is read for
 * @param type what it is read as
 * @param mediaType what the client says it is
 * @param converter the one that Spring MVC would take; null where none reads the type
 */
record BodyRead(
    HttpInputMessage message,
    MethodParameter parameter,
    Type type,
    MediaType mediaType,
    @Nullable HttpMessageConverter<?> converter) {

  /** Looks for the converter among the application's. */
  static BodyRead of(
      HttpInputMessage message,
      MethodParameter parameter,
      Type type,
      MediaType mediaType,
      List<HttpMessageConverter<?>> converters) {
    return new BodyRead(
        message, parameter, type, mediaType, reader(parameter, type, mediaType, converters));
  }

  /** The converter that Spring MVC would take, as advices ask for it. */
  @SuppressWarnings("unchecked") // A converter's class is one of a converter.
  Class<? extends HttpMessageConverter<?>> converterType() {
    return converter == null
        ? JacksonJsonHttpMessageConverter.class
        : (Class<? extends HttpMessageConverter<?>>) converter.getClass();
  }

  /** The mapper that Spring MVC would read it by; null where no mapper would that is known. */
  @Nullable JsonMapper mapper() {
    if (!(converter instanceof JacksonJsonHttpMessageConverter jackson) || !isKnown(jackson)) {
      return null;
    }
    Class<?> raw = ResolvableType.forMethodParameter(parameter).toClass();
    for (Map.Entry<MediaType, JsonMapper> each : jackson.getMappersForType(raw).entrySet()) {
      if (each.getKey().includes(mediaType)) {
        return each.getValue();
      }
    }
    return jackson.getMapper();
  }

  /** Whether a converter does nothing but read by a mapper, whose rules are taken over. */
  static boolean isKnown(@Nullable HttpMessageConverter<?> converter) {
    return converter != null && converter.getClass() == JacksonJsonHttpMessageConverter.class;
  }

  /** The first converter that reads the type; null where none does. */
  static @Nullable HttpMessageConverter<?> reader(
      MethodParameter parameter,
      Type type,
      MediaType mediaType,
      List<HttpMessageConverter<?>> converters) {
    ResolvableType resolvable = ResolvableType.forMethodParameter(parameter);
    Class<?> raw = resolvable.toClass();
    for (HttpMessageConverter<?> converter : converters) {
      boolean reads;
      if (converter instanceof GenericHttpMessageConverter<?> generic) {
        reads = generic.canRead(type, parameter.getContainingClass(), mediaType);
      } else if (converter instanceof SmartHttpMessageConverter<?> smart) {
        reads = smart.canRead(resolvable, mediaType);
      } else {
        reads = converter.canRead(raw, mediaType);
      }
      if (reads) {
        return converter;
      }
    }
    return null;
  }
}
