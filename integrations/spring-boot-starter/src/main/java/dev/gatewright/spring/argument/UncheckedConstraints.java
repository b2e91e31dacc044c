package dev.gatewright.spring.argument;

import dev.gatewright.spring.guard.DeclaredParameters;
import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.ReflectionUtils;

/**
 * Finds constraints of a parameter that Spring MVC does not check before an endpoint: there it
 * validates an object that it has bound, and never a single value, or what a container holds.
 */
final class UncheckedConstraints {
  private UncheckedConstraints() {}

  /** The first of them, as the method or one that it overrides declares it; null without one. */
  static @Nullable Annotation first(Class<?> type, MethodParameter parameter) {
    return DeclaredParameters.of(type, parameter)
        .flatMap(UncheckedConstraints::of)
        .findFirst()
        .orElse(null);
  }

  private static Stream<Annotation> of(Parameter parameter) {
    boolean isBound =
        parameter.getType() == Optional.class && parameter.isAnnotationPresent(Valid.class);
    return Stream.concat(
        Stream.of(parameter.getAnnotations()).filter(UncheckedConstraints::isConstraint),
        DeclaredParameters.partsOf(parameter.getAnnotatedType())
            .flatMap(DeclaredParameters::within)
            .flatMap(part -> Stream.of(part.getAnnotations()))
            .filter(each -> isConstraint(each) || (each instanceof Valid && !isBound)));
  }

  /** A constraint, or several of one kind in their container (Jakarta Validation 3.1, 3.3). */
  private static boolean isConstraint(Annotation annotation) {
    Class<? extends Annotation> type = annotation.annotationType();
    if (type.isAnnotationPresent(Constraint.class)) {
      return true;
    }
    var value = ReflectionUtils.findMethod(type, "value");
    Class<?> contained = value == null ? null : value.getReturnType().getComponentType();
    return contained != null && contained.isAnnotationPresent(Constraint.class);
  }
}
