package dev.gatewright.spring;

import dev.gatewright.runtime.input.HibernateInputValidator;
import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.startup.StartUpException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.validation.beanvalidation.SpringConstraintValidatorFactory;

/** Makes guards validate by what the application validates by, and tell it in its messages. */
final class ApplicationValidator {
  /** Locales come from clients; bundles are kept of those that Java knows only. */
  private static final Set<Locale> KNOWN = Set.of(Locale.getAvailableLocales());

  private ApplicationValidator() {}

  /** By the application's validator; by one of its own, with the application's beans, else. */
  static InputValidator of(ApplicationContext context) {
    Validator validator;
    try {
      validator = context.getBeanProvider(Validator.class).getIfAvailable();
    } catch (NoUniqueBeanDefinitionException several) {
      throw new StartUpException(
          "There are several beans of type jakarta.validation.Validator, and none of them is"
              + " @Primary, so it is open by which @ValidatedInput is validated",
          "make one @Primary, or define a bean of type InputValidator, as new"
              + " HibernateInputValidator(validator).");
    }
    if (validator != null && !(validator instanceof ValidatorFactory)) {
      return new ProxiedArguments(new HibernateInputValidator(validator));
    }
    if (validator instanceof ValidatorFactory factory) {
      return of(factory, context);
    }
    // To make one takes as long as a tenth of a small application's start.
    return new MadeLater(SingletonSupplier.of(() -> of(factoryOf(context), context)));
  }

  /** A class, as AspectJ cannot look into lambdas that are beans. */
  private record MadeLater(SingletonSupplier<InputValidator> validator) implements InputValidator {
    @Override
    @SuppressWarnings("NullAway") // It takes the parameter of a class file for an array of objects.
    public void validate(
        EndpointPolicy policy, Object endpoint, @Nullable Object[] arguments, Found found) {
      validator.obtain().validate(policy, endpoint, arguments, found);
    }
  }

  private static InputValidator of(ValidatorFactory factory, ApplicationContext context) {
    return new ProxiedArguments(
        HibernateInputValidator.of(
            new FieldsOfProxies(factory),
            ApplicationValidator::locale,
            (name, locale) -> context.getMessage(name, null, null, locale)));
  }

  /** Without an expression language and XML. */
  private static ValidatorFactory factoryOf(ApplicationContext context) {
    return Validation.byProvider(HibernateValidator.class)
        .configure()
        .ignoreXmlConfiguration()
        // The thread of the first request may have another loader.
        .externalClassLoader(context.getClassLoader())
        .messageInterpolator(new ParameterMessageInterpolator())
        .constraintValidatorFactory(
            new SpringConstraintValidatorFactory(context.getAutowireCapableBeanFactory()))
        .buildValidatorFactory();
  }

  /** The request's, as Spring MVC has found it. */
  private static Locale locale() {
    Locale asked = LocaleContextHolder.getLocale();
    if (KNOWN.contains(asked)) {
      return asked;
    }
    Locale language = Locale.forLanguageTag(asked.getLanguage());
    return KNOWN.contains(language) ? language : Locale.ENGLISH;
  }
}
