package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Constraint(validatedBy = {})
@NotBlank
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OfMethods {
  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}

record NotOnField(@OfMethods String name) {}

@Secured
@ValidatedInput
// expect 1: [GW-V04] @ValidatedInput does not look into NotOnField.name(): constraints on a method that is no getter are not applied. Fix: let their @Target have FIELD, and write them on the field.
class AccessorOnly {
  void place(@Valid NotOnField one) {}
}
