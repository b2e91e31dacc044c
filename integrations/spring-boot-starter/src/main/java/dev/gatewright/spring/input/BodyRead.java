package dev.gatewright.spring.input;

import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.GenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.SmartHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/**
 * A body that is read for a parameter.
 *
 * @param message the body, or the part of it, with its headers
 * @param parameter what it is read for
 * @param type what it is read as
 * @param mediaType what the client says it is
 * @param converters the application's, in order
 */
record BodyRead(
    HttpInputMessage message,
    MethodParameter parameter,
    Type type,
    MediaType mediaType,
    List<HttpMessageConverter<?>> converters) {

  /** The converter that Spring MVC would take, as advices ask for it. */
  @SuppressWarnings("unchecked") // A converter's class is one of a converter.
  Class<? extends HttpMessageConverter<?>> converterType() {
    HttpMessageConverter<?> converter = reader(parameter, type, mediaType, converters);
    return converter == null
        ? JacksonJsonHttpMessageConverter.class
        : (Class<? extends HttpMessageConverter<?>>) converter.getClass();
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
