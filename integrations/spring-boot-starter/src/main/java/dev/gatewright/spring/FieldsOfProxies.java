package dev.gatewright.spring;

import jakarta.validation.ClockProvider;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ParameterNameProvider;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorContext;
import jakarta.validation.ValidatorFactory;
import java.lang.annotation.ElementType;
import java.lang.reflect.Proxy;
import org.hibernate.validator.HibernateValidatorContext;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.SpringProxy;

/**
 * Makes validators that fail where they would read a field of a proxy, wherever in an argument it
 * is: its fields are empty, whatever the object behind it holds. They ask the constraints of all
 * declarations of a method, of which Jakarta Validation permits one to have any.
 *
 * @param factory makes validators
 */
record FieldsOfProxies(ValidatorFactory factory) implements ValidatorFactory {

  /** Asked by a validator for each property, before it reads it. */
  private record Fields(TraversableResolver resolver) implements TraversableResolver {
    @Override
    public boolean isReachable(
        @Nullable Object object,
        Path.Node property,
        Class<?> root,
        Path path,
        ElementType elementType) {
      // Getters are passed on; of what stands in type arguments nobody says whose they are.
      boolean isField = elementType == ElementType.FIELD || elementType == ElementType.TYPE_USE;
      // The root is the guard, whose parameters are no fields.
      if (isField && object != null && object.getClass() != root && isProxy(object.getClass())) {
        throw new IllegalStateException(
            "The constraints of "
                + object.getClass().getSuperclass().getName()
                + "."
                + property.getName()
                + " cannot be checked: "
                + object.getClass().getName()
                + " is a proxy, whose fields are empty. Fix: put the constraints at the getter, or"
                + " call the guarded method with an object that is no proxy, as a form object.");
      }
      return resolver.isReachable(object, property, root, path, elementType);
    }

    @Override
    public boolean isCascadable(
        @Nullable Object object,
        Path.Node property,
        Class<?> root,
        Path path,
        ElementType elementType) {
      return resolver.isCascadable(object, property, root, path, elementType);
    }
  }

  /** Whether a class is made at run time, of another class: by CGLIB, Byte Buddy or Javassist. */
  private static boolean isProxy(Class<?> type) {
    if (type.getSuperclass() == Object.class || Proxy.isProxyClass(type)) {
      return false;
    }
    String name = type.getName();
    return SpringProxy.class.isAssignableFrom(type)
        || name.contains("$$")
        || name.contains("$HibernateProxy")
        || name.contains("$ByteBuddy$");
  }

  @Override
  public ValidatorContext usingContext() {
    ValidatorContext context = factory.usingContext();
    if (context instanceof HibernateValidatorContext hibernate) {
      // Spring MVC validates what an implementation says, too; without these, each call fails.
      hibernate
          .allowOverridingMethodAlterParameterConstraint(true)
          .allowParallelMethodsDefineParameterConstraints(true);
    }
    return context.traversableResolver(new Fields(factory.getTraversableResolver()));
  }

  @Override
  public Validator getValidator() {
    return usingContext().getValidator();
  }

  @Override
  public TraversableResolver getTraversableResolver() {
    return new Fields(factory.getTraversableResolver());
  }

  @Override
  public MessageInterpolator getMessageInterpolator() {
    return factory.getMessageInterpolator();
  }

  @Override
  public ConstraintValidatorFactory getConstraintValidatorFactory() {
    return factory.getConstraintValidatorFactory();
  }

  @Override
  public ParameterNameProvider getParameterNameProvider() {
    return factory.getParameterNameProvider();
  }

  @Override
  public ClockProvider getClockProvider() {
    return factory.getClockProvider();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return factory.unwrap(type);
  }

  @Override
  public void close() {
    factory.close();
  }
}
