package dev.gatewright.spring.input;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.support.AllEncompassingFormHttpMessageConverter;

/**
 * Knows which converters may read bodies of guarded endpoints, or may be passed over for JSON. What
 * is no JSON is read by those that hand over bytes, text and the fields of a form as they are, and
 * those that the application has listed. All others make objects of a body more loosely than JSON
 * is read here. Immutable.
 */
public final class BodyFormats {
  private static final Set<Class<?>> AS_IT_IS =
      Set.of(
          ByteArrayHttpMessageConverter.class,
          StringHttpMessageConverter.class,
          ResourceHttpMessageConverter.class,
          FormHttpMessageConverter.class,
          AllEncompassingFormHttpMessageConverter.class);

  private final Set<String> listed;
  private final Set<String> replaced;

  /**
   * For one application.
   *
   * @param listed class names of converters that read bodies in a way of their own
   * @param replaced class names of converters for JSON whose place may be taken
   */
  BodyFormats(Set<String> listed, Set<String> replaced) {
    this.listed = Set.copyOf(listed);
    this.replaced = Set.copyOf(replaced);
  }

  /**
   * The converter that would read a body of JSON in a way of its own, which nothing is known of;
   * null where none would.
   */
  @Nullable HttpMessageConverter<?> passedOver(
      MethodParameter body,
      Type type,
      MediaType mediaType,
      List<HttpMessageConverter<?>> converters) {
    HttpMessageConverter<?> reader = BodyRead.reader(body, type, mediaType, converters);
    return isUnknown(reader) ? reader : null;
  }

  /** Whether it reads JSON in a way of its own, which nothing is known of. */
  boolean isUnknown(@Nullable HttpMessageConverter<?> reader) {
    return reader != null
        && !BodyRead.isKnown(reader)
        && !replaced.contains(reader.getClass().getName());
  }

  /** The converter that would read a body, if it must not; null if none would, or it may. */
  @Nullable HttpMessageConverter<?> loose(
      MethodParameter body,
      Type type,
      MediaType mediaType,
      List<HttpMessageConverter<?>> converters) {
    if (isRaw(body)) {
      return null;
    }
    HttpMessageConverter<?> reader = BodyRead.reader(body, type, mediaType, converters);
    return reader == null
            || AS_IT_IS.contains(reader.getClass())
            || listed.contains(reader.getClass().getName())
        ? null
        : reader;
  }

  /** The media types that a mapping lets through and that some converter knows. */
  static Set<MediaType> within(
      Set<MediaType> consumed, List<? extends HttpMessageConverter<?>> converters) {
    Set<MediaType> found = new LinkedHashSet<>();
    for (MediaType each : consumed) {
      List<MediaType> candidates = new ArrayList<>();
      if (each.isConcrete()) {
        candidates.add(each);
      } else {
        converters.forEach(converter -> candidates.addAll(converter.getSupportedMediaTypes()));
      }
      for (MediaType candidate : candidates) {
        if (candidate.isConcrete() && each.includes(candidate)) {
          found.add(candidate);
        }
      }
    }
    return found;
  }

  static boolean isJson(MediaType mediaType) {
    return mediaType.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
        || mediaType.getSubtype().endsWith("+json");
  }

  /** Types that take a body as it is. */
  static boolean isRaw(MethodParameter parameter) {
    Class<?> type = parameter.getNestedParameterType();
    return type == String.class || type == byte[].class || Resource.class.isAssignableFrom(type);
  }
}
