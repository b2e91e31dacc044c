package dev.gatewright.spring.argument;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Conventions;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * A method with {@code @ModelAttribute} that Spring MVC calls before an endpoint. Has the
 * annotations of the parameters that it overrides, which a guard does not repeat.
 */
final class ModelMethod extends AnnotatedMethod {
  private final Class<?> type;

  ModelMethod(Class<?> type, Method method) {
    super(method);
    this.type = type;
  }

  @Override
  protected Class<?> getContainingClass() {
    return type;
  }

  /** Whether what it gives is bound at all. */
  boolean isBound() {
    ModelAttribute annotation = getMethodAnnotation(ModelAttribute.class);
    return annotation == null || annotation.binding();
  }

  /** The name of what it gives; null where it gives nothing, or only the object tells its name. */
  @Nullable String attribute() {
    if (isVoid()) {
      return null;
    }
    ModelAttribute annotation = getMethodAnnotation(ModelAttribute.class);
    if (annotation != null && StringUtils.hasText(annotation.value())) {
      return annotation.value();
    }
    Class<?> given = GenericTypeResolver.resolveReturnType(getMethod(), type);
    try {
      return Conventions.getVariableNameForReturnType(getMethod(), given, null);
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }
}
