package dev.gatewright.spring.input;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.validation.SmartValidator;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.OptionalValidatorFactoryBean;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/**
 * Knows which validators of Spring MVC's find nothing that guards do not find: those that validate
 * by the application's own Jakarta Validation, or by its defaults where it has none. Another one
 * may have mappings or a configuration of its own. Thread-safe.
 */
public final class CoveredValidators {
  private static final String XML = "META-INF/validation.xml";

  private final SingletonSupplier<Application> application;
  private final boolean isXmlPresent;

  /**
   * What guards validate by.
   *
   * @param validator the application's bean; null where it has none, or several
   * @param none whether it has none
   */
  private record Application(jakarta.validation.@Nullable Validator validator, boolean none) {
    static Application of(ObjectProvider<jakarta.validation.Validator> validators) {
      return new Application(validators.getIfUnique(), validators.stream().findAny().isEmpty());
    }
  }

  /** By the validator that guards validate by, which is looked for when a body comes. */
  public CoveredValidators(ObjectProvider<jakarta.validation.Validator> validators) {
    this.application = SingletonSupplier.of(() -> Application.of(validators));
    ClassLoader loader = ClassUtils.getDefaultClassLoader();
    this.isXmlPresent = loader == null || loader.getResource(XML) != null;
  }

  /** Whether the validator is one of them. */
  boolean contain(Validator validator) {
    if (!BodyValidation.isJakarta(validator)) {
      return false;
    }
    jakarta.validation.Validator own = application.obtain().validator();
    return own == null
        ? application.obtain().none() && isDefault(validator)
        : unwrap(own) != null && unwrap(own) == unwrap(validator);
  }

  /** Guards read no XML where the application has no validator of its own. */
  private boolean isDefault(Validator validator) {
    Object known =
        validator instanceof SmartValidator smart && !(validator instanceof SpringValidatorAdapter)
            ? smart.unwrap(SpringValidatorAdapter.class)
            : validator;
    return !isXmlPresent
        && (known == null ? validator : known).getClass() == OptionalValidatorFactoryBean.class;
  }

  /** What validates in the end, behind Spring's adapters. */
  private static jakarta.validation.@Nullable Validator unwrap(Object validator) {
    Object jakarta =
        validator instanceof SmartValidator smart
                && !(validator instanceof jakarta.validation.Validator)
            ? smart.unwrap(jakarta.validation.Validator.class)
            : validator;
    Object wrapped =
        jakarta instanceof SpringValidatorAdapter adapter
            ? adapter.unwrap(jakarta.validation.Validator.class)
            : jakarta;
    return wrapped instanceof jakarta.validation.Validator found ? found : null;
  }
}
