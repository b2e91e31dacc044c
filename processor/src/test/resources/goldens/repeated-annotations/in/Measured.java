package dev.gatewright.golden;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;

/** What an aspect of the application's asks for, with values of each kind. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Measured {
  String value() default "";

  String[] tags() default {};

  double[] percentiles() default {};

  TimeUnit unit() default TimeUnit.MILLISECONDS;

  Class<?> by() default Object.class;

  Retry retry() default @Retry;

  /** Nested in another. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Retry {
    int attempts() default 1;

    long pause() default 0;

    char mark() default 'r';
  }
}
