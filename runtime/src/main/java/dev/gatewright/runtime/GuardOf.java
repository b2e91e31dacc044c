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

  /**
   * Methods that an annotation of the guarded class does not reach although it reaches all others,
   * because the container sets an instance up by them, and the annotation or supertype that makes
   * the container do so: {@code setClock(java.time.Clock)
   * @org.springframework.beans.factory.annotation.Autowired}. An adapter refuses to start where
   * that is gone, or the class has other methods that the guard does not override.
   *
   * <p>{@code inherited} stands before an annotation that may be on an overridden method, {@code
   * type} before one of a type; a supertype has no {@code @}.
   */
  String[] leftAlone() default {};
}
