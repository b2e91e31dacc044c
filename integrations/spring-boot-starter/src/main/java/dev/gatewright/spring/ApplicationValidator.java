package dev.gatewright.spring;

import dev.gatewright.runtime.input.HibernateInputValidator;
import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.spring.startup.StartUpException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
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
      return of(standard());
    }
    return validator instanceof ValidatorFactory factory
        ? of(factory)
        : new ProxiedArguments(new HibernateInputValidator(validator));
  }

  private static InputValidator of(ValidatorFactory factory) {
    return new ProxiedArguments(HibernateInputValidator.of(new FieldsOfProxies(factory)));
  }

  /** Without XML and an expression language, as the runtime's own. */
  private static ValidatorFactory standard() {
    return Validation.byProvider(HibernateValidator.class)
        .configure()
        .ignoreXmlConfiguration()
        .messageInterpolator(new ParameterMessageInterpolator())
        .buildValidatorFactory();
  }
}
