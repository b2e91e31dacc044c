package dev.gatewright.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the type that a generated guard guards. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface GuardOf {

  /** The guarded type. */
  Class<?> value();

  /**
   * A digest of the annotations that the guard was generated from. An adapter refuses to start with
   * a guard whose class, or a supertype of it, bears others by now.
   */
  String annotations() default "";
}
