package dev.gatewright.spring.input;

import dev.gatewright.runtime.policy.InputPolicy;
import dev.gatewright.spring.guard.DeclaredParameters;
import dev.gatewright.spring.json.ConvertedGroups;
import jakarta.validation.Valid;
import jakarta.validation.groups.Default;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;
import org.springframework.validation.annotation.ValidationAnnotationUtils;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Tells by which groups bodies are validated for certain, so that a constraint of another group is
 * not relied on. Thread-safe.
 */
public final class BodyGroups {
  private final boolean isJakarta;
  private final List<ControllerAdviceBean> advices;
  private final Map<Place, Set<Class<?>>> known = new ConcurrentHashMap<>();

  private BodyGroups(boolean isJakarta, List<ControllerAdviceBean> advices) {
    this.isJakarta = isJakarta;
    this.advices = advices;
  }

  /** Those of bodies that an adapter of handlers validates by what it was given. */
  public static BodyGroups of(RequestMappingHandlerAdapter adapter) {
    Validator validator =
        adapter.getWebBindingInitializer() instanceof ConfigurableWebBindingInitializer initializer
            ? initializer.getValidator()
            : null;
    ApplicationContext context = adapter.getApplicationContext();
    return new BodyGroups(
        validator != null && BodyValidation.isJakarta(validator),
        context == null ? List.of() : ControllerAdviceBean.findAnnotatedBeans(context));
  }

  private record Place(InputPolicy policy, MethodParameter parameter) {}

  /** The groups, those of the guard and those of Spring MVC; none where nobody validates. */
  Set<Class<?>> of(InputPolicy policy, MethodParameter parameter) {
    return known.computeIfAbsent(new Place(policy, parameter), this::find);
  }

  /** By converted groups it is another validation, which is not followed. */
  private Set<Class<?>> find(Place place) {
    Set<Class<?>> groups = new HashSet<>();
    MethodParameter parameter = place.parameter();
    if (!isConverted(parameter)) {
      addThoseOfGuard(place.policy(), parameter, groups);
      if (!BodyValidation.isLeftToGuard(place.policy(), parameter)
          && isValidatedBySpring(parameter.getContainingClass())) {
        addThoseOfSpring(parameter, groups);
      }
    }
    return Set.copyOf(groups);
  }

  private static void addThoseOfGuard(
      InputPolicy policy, MethodParameter parameter, Set<Class<?>> groups) {
    if (!policy.parameterNames().isEmpty() && isCascaded(parameter)) {
      groups.addAll(policy.groups().isEmpty() ? List.of(Default.class) : policy.groups());
    }
  }

  /** A container may bear {@code @Valid} at what it holds, there or where it is overridden. */
  private static boolean isCascaded(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(Valid.class)
        || DeclaredParameters.of(parameter.getContainingClass(), parameter)
            .flatMap(declared -> DeclaredParameters.within(declared.getAnnotatedType()))
            .anyMatch(type -> type.isAnnotationPresent(Valid.class));
  }

  private static void addThoseOfSpring(MethodParameter parameter, Set<Class<?>> groups) {
    for (Annotation annotation : parameter.getParameterAnnotations()) {
      Object[] hints = ValidationAnnotationUtils.determineValidationHints(annotation);
      if (hints != null && hints.length == 0 && !mayMeanOthers(annotation, parameter)) {
        groups.add(Default.class);
      }
      for (Object hint : hints == null ? new Object[0] : hints) {
        if (hint instanceof Class<?> group) {
          groups.add(group);
        }
      }
    }
  }

  /**
   * Whether {@code @Valid} may mean the groups of the method: by those Spring MVC validates all
   * arguments, where one of them has a constraint.
   */
  private static boolean mayMeanOthers(Annotation annotation, MethodParameter parameter) {
    @Nullable Validated ofMethod =
        annotation.annotationType() == Valid.class
            ? AnnotatedElementUtils.findMergedAnnotation(parameter.getExecutable(), Validated.class)
            : null;
    return ofMethod != null
        && ofMethod.value().length > 0
        && !List.of(ofMethod.value()).contains(Default.class);
  }

  /**
   * Whether Spring MVC validates by Jakarta Validation for certain: the application may have put
   * another validator into its place, also in a method with {@code @InitBinder}, which is called
   * only once the body is read.
   */
  private boolean isValidatedBySpring(Class<?> controller) {
    return isJakarta
        && !preparesBinders(controller)
        && advices.stream()
            .filter(advice -> advice.isApplicableToBeanType(controller))
            .map(ControllerAdviceBean::getBeanType)
            .noneMatch(type -> type != null && preparesBinders(type));
  }

  private static boolean preparesBinders(Class<?> type) {
    return !MethodIntrospector.selectMethods(type, RequestMappingHandlerAdapter.INIT_BINDER_METHODS)
        .isEmpty();
  }

  /** Whether groups are converted at the parameter, as the class or a supertype declares it. */
  private static boolean isConverted(MethodParameter parameter) {
    return DeclaredParameters.of(parameter.getContainingClass(), parameter)
        .anyMatch(BodyGroups::isConverted);
  }

  private static boolean isConverted(Parameter parameter) {
    return ConvertedGroups.areOn(parameter) || ConvertedGroups.areIn(parameter.getAnnotatedType());
  }
}
