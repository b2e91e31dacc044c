package dev.gatewright.spring.argument;

import jakarta.servlet.http.Part;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.AbstractMessageConverterMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestPartMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor;

/** Tells parameters that take a body as it is from those that converters make objects for. */
public final class BodyParameters {
  private static final Set<Class<?>> FILES = Set.of(MultipartFile.class, Part.class);

  private BodyParameters() {}

  /** Whether a parameter takes a part of a multipart body as it is: files, bytes or text. */
  public static boolean isRawPart(MethodParameter parameter) {
    ResolvableType type = ResolvableType.forMethodParameter(parameter.nestedIfOptional());
    Class<?> raw = parameter.nestedIfOptional().getNestedParameterType();
    return FILES.contains(raw)
        || raw == String.class
        || raw == byte[].class
        || Resource.class.isAssignableFrom(raw)
        || (raw.isArray() && FILES.contains(raw.getComponentType()))
        || (Collection.class.isAssignableFrom(raw)
            && FILES.contains(type.asCollection().getGeneric().toClass()));
  }

  /**
   * Verifies that a body is read strictly, and validated; Spring's own resolver comes to it only
   * where others have put one before Gatewright's.
   *
   * @param isStrict whether its resolver does so, or has been verified
   * @throws IllegalArgumentException if it is not, with the fix
   */
  static void verify(
      MethodParameter parameter,
      @Nullable HandlerMethodArgumentResolver resolver,
      boolean isStrict) {
    boolean isLoose =
        resolver instanceof AbstractMessageConverterMethodArgumentResolver
            && (!isStrict || resolver.getClass() == RequestResponseBodyMethodProcessor.class)
            && !(resolver instanceof RequestPartMethodArgumentResolver && isRawPart(parameter));
    if (resolver != null && isLoose) {
      throw new IllegalArgumentException(
          "The parameter "
              + parameter.getParameterName()
              + " of "
              + parameter.getExecutable().toGenericString()
              + " is read from the body of requests to guarded endpoints, by "
              + resolver.getClass().getName()
              + ", which does not read or validate it as strictly. Fix: take the body in the"
              + " endpoint, with @RequestBody, and set no resolver of bodies before"
              + " Gatewright's.");
    }
  }
}
