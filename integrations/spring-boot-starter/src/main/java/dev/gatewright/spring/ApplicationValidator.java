package dev.gatewright.spring;

import dev.gatewright.runtime.input.HibernateInputValidator;
import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.spring.startup.StartUpException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;

/** Makes guards validate by what the application validates by. */
final class ApplicationValidator {
  private ApplicationValidator() {}

  /** By the application's validator; by one of its own where it has none. */
  static InputValidator of(ObjectProvider<Validator> validators) {
    Validator validator;
    try {
      validator = validators.getIfAvailable();
    } catch (NoUniqueBeanDefinitionException several) {
      throw new StartUpException(
          "There are several beans of type jakarta.validation.Validator, and none of them is"
              + " @Primary, so it is open by which @ValidatedInput is validated",
          "make one @Primary, or define a bean of type InputValidator, as new"
              + " HibernateInputValidator(validator).");
    }
    if (validator == null) {
      return HibernateInputValidator.standard();
    }
    return validator instanceof ValidatorFactory factory
        ? HibernateInputValidator.of(factory)
        : new HibernateInputValidator(validator);
  }
}
