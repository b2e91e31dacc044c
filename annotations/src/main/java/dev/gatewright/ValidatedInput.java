package dev.gatewright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Validates the arguments of an endpoint against their Jakarta Validation constraints, and bounds
 * the request body that is read for them.
 *
 * <p>Jakarta Validation looks inside an argument only where {@code @Valid} stands before it:
 * {@code @Valid Transfer transfer}, {@code List<@Valid Transfer> transfers}. Where a type has
 * constraints and {@code @Valid} is missing, the compiler says so. Only the guard validates; groups
 * that Spring's {@code @Validated} names must be named here.
 *
 * <p>All violations are reported at once, with 422 and paths and messages but never the offending
 * value; a body that is too large gets 413, one that cannot be read strictly 400.
 *
 * <p>The nearest declaration holds as a whole: the method's, else that of a method it overrides,
 * else the type's, else a supertype's. Two interfaces that disagree are a compile error unless the
 * class says what holds.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidatedInput {

  /** Size of the request body at most, in bytes, at least 1. */
  int maxBodyBytes() default 65_536;

  /** Nesting of objects and arrays in the body at most, between 1 and 1,000. */
  int maxDepth() default 16;

  /** Jakarta Validation groups; empty means {@code jakarta.validation.groups.Default}. */
  Class<?>[] groups() default {};
}
