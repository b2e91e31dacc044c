package dev.gatewright.spring.input;

import dev.gatewright.runtime.policy.InputPolicy;
import dev.gatewright.spring.guard.FrameworkClasses;
import jakarta.validation.Valid;
import jakarta.validation.groups.Default;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.SmartValidator;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.ValidationAnnotationUtils;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** Decides what of a body's validation a guard does itself. */
final class BodyValidation {
  private BodyValidation() {}

  /**
   * Whether the guard validates all that Spring MVC would: it looks into a body that bears
   * {@code @Valid}, by its own groups.
   */
  static boolean isLeftToGuard(InputPolicy policy, MethodParameter parameter) {
    if (policy.parameterNames().isEmpty()) {
      return false;
    }
    List<Class<?>> groups = policy.groups();
    boolean isCascaded = false;
    for (Annotation annotation : parameter.getParameterAnnotations()) {
      if (annotation.annotationType() == Valid.class) {
        isCascaded = true;
      } else if (!covers(groups, ValidationAnnotationUtils.determineValidationHints(annotation))) {
        return false;
      }
    }
    return isCascaded;
  }

  private static boolean covers(List<Class<?>> groups, Object @Nullable [] hints) {
    if (hints == null) {
      return true;
    }
    if (hints.length == 0) {
      return groups.isEmpty() || groups.contains(Default.class);
    }
    for (Object hint : hints) {
      if (!groups.contains(hint) && !(hint == Default.class && groups.isEmpty())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a validator is Jakarta Validation's in Spring's own dress, that adds nothing. A class
   * of the application's in between may.
   */
  static boolean isJakarta(Validator validator) {
    if (!FrameworkClasses.contain(validator.getClass(), "org.springframework.")) {
      return false;
    }
    if (validator instanceof jakarta.validation.Validator) {
      return true;
    }
    return validator instanceof SmartValidator smart
        && smart.unwrap(jakarta.validation.Validator.class) != null
        && isOfSpring(smart.unwrap(SpringValidatorAdapter.class));
  }

  private static boolean isOfSpring(@Nullable Validator wrapped) {
    return wrapped == null || FrameworkClasses.contain(wrapped.getClass(), "org.springframework.");
  }
}
