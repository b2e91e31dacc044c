package dev.gatewright.golden;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Annotations that a guard does not bear. */
final class NotRepeated {
  private NotRepeated() {}

  /** Nothing reads it at run time. */
  @Retention(RetentionPolicy.SOURCE)
  @interface OfSource {}

  /** Neither this. */
  @Retention(RetentionPolicy.CLASS)
  @interface OfClassFile {}

  /** A subclass has it anyway. */
  @Inherited
  @Retention(RetentionPolicy.RUNTIME)
  @interface ByInheritance {}

  /** Would make a second bean. */
  @RestController
  @Retention(RetentionPolicy.RUNTIME)
  @interface Part {}

  /** Would map a second time. */
  @RequestMapping(method = RequestMethod.GET)
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Read {}

  /** Would check the result in the place of the class. */
  @Constraint(validatedBy = {})
  @Retention(RetentionPolicy.RUNTIME)
  @interface Iban {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }
}
