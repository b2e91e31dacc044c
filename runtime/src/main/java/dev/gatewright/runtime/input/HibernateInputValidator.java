package dev.gatewright.runtime.input;

import dev.gatewright.runtime.policy.EndpointPolicy;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;

/** Validates by Hibernate Validator. Thread-safe. */
public final class HibernateInputValidator implements InputValidator {
  private static final Comparator<ConstraintViolation<Object>> BY_PATH =
      Comparator.<ConstraintViolation<Object>, String>comparing(v -> v.getPropertyPath().toString())
          .thenComparing(ConstraintViolation::getMessage);

  private final ExecutableValidator validator;

  /** Found once for each endpoint: looking a method up is slow. */
  private final Map<EndpointPolicy, Method> methods = new ConcurrentHashMap<>();

  /**
   * Uses an application's own validator.
   *
   * @param validator must be Hibernate Validator's or behave as it does
   */
  public HibernateInputValidator(Validator validator) {
    this.validator = validator.forExecutables();
  }

  /**
   * Sets Hibernate Validator up without an expression language: messages are never programs, and
   * without XML: nothing on the class path changes what is valid.
   */
  public static HibernateInputValidator standard() {
    ValidatorFactory factory =
        Validation.byProvider(HibernateValidator.class)
            .configure()
            .ignoreXmlConfiguration()
            .defaultLocale(Locale.ENGLISH)
            .allowOverridingMethodAlterParameterConstraint(true)
            .allowParallelMethodsDefineParameterConstraints(true)
            .messageInterpolator(new PlainMessages(() -> Locale.ENGLISH, (name, locale) -> null))
            .buildValidatorFactory();
    return new HibernateInputValidator(factory.getValidator());
  }

  /**
   * Uses all that an application's factory knows, as constraints in XML and validators with
   * injected parts. Its messages are in the language of the client, and never programs.
   *
   * @param factory must be Hibernate Validator's or behave as it does
   * @param locale the language of the current request
   * @param texts the application's own, by their names in messages; null where there is none
   */
  public static HibernateInputValidator of(
      ValidatorFactory factory,
      Supplier<Locale> locale,
      BiFunction<String, Locale, @Nullable String> texts) {
    return new HibernateInputValidator(
        factory
            .usingContext()
            .messageInterpolator(new PlainMessages(locale, texts))
            .getValidator());
  }

  @Override
  public void validate(
      EndpointPolicy policy, Object endpoint, @Nullable Object[] arguments, Found found) {
    Method method = methods.get(policy);
    if (method == null) {
      method = methods.computeIfAbsent(policy, each -> methodOf(each, endpoint.getClass()));
    }
    Class<?>[] groups = policy.input().groups().toArray(Class<?>[]::new);
    Set<ConstraintViolation<Object>> violations;
    try {
      violations = validator.validateParameters(endpoint, method, arguments, groups);
    } catch (StackOverflowError tooDeep) {
      // A pattern that backtracks recursively, on a text that makes it: refused like any mismatch.
      found.add("", "is too complex to be checked");
      return;
    }
    // The validator answers with a set in no order; clients and tests want the same answer twice.
    List<ConstraintViolation<Object>> ordered = new ArrayList<>(violations);
    ordered.sort(BY_PATH);
    Set<Told> told = new HashSet<>();
    for (ConstraintViolation<Object> violation : ordered) {
      if (told.add(Told.of(violation))) {
        found.add(
            ViolationPath.of(violation.getPropertyPath(), policy.input().parameterNames()),
            violation.getMessage());
      }
    }
  }

  /**
   * What is the same said twice, as by a guard that repeats a constraint. Elements of a set share
   * their path, and are several.
   */
  private record Told(String path, String message, int value) {
    static Told of(ConstraintViolation<?> violation) {
      return new Told(
          violation.getPropertyPath().toString(),
          violation.getMessage(),
          System.identityHashCode(violation.getInvalidValue()));
    }
  }

  private static Method methodOf(EndpointPolicy policy, Class<?> guard) {
    Method declared = policy.declaration();
    return declared == null ? overridingMethod(policy, guard) : declared;
  }

  /** A generic method has the parameters that its guard knows only there. */
  private static Method overridingMethod(EndpointPolicy policy, Class<?> guard) {
    Class<?>[] parameters = policy.parameters().toArray(Class<?>[]::new);
    for (Class<?> type = guard; type != null; type = type.getSuperclass()) {
      try {
        return type.getDeclaredMethod(policy.method(), parameters);
      } catch (NoSuchMethodException inherited) {
        // A proxy of the guard, or a subclass.
      }
    }
    throw new IllegalStateException(policy + " has no such method");
  }
}
