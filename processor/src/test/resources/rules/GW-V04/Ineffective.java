package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** Bears constraints and is none. */
@Retention(RetentionPolicy.RUNTIME)
@Size(max = 3)
@interface Short {}

/** Nobody sees it at run time. */
@Constraint(validatedBy = {})
@Size(max = 3)
@interface Forgotten {
  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}

/** A constraint as it should be. */
@Constraint(validatedBy = {})
@NotBlank
@Retention(RetentionPolicy.RUNTIME)
@interface Filled {
  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}

/** Bears nothing of validation. */
@Retention(RetentionPolicy.RUNTIME)
@interface Documented {}

class Texts {
  // expect 17: [GW-V04] @ValidatedInput does not look into Texts.name: @Short bears constraints, is none itself and is not applied. Fix: annotate @Short with @Constraint(validatedBy = {}).
  @Short String name;
  // expect 21: [GW-V04] @ValidatedInput does not look into Texts.text: @Forgotten is gone at run time and is not applied. Fix: annotate @Forgotten with @Retention(RUNTIME).
  @Forgotten String text;
  @Filled String filled;
  @Documented String documented;
  // expect 28: [GW-V04] @ValidatedInput does not look into Texts.elements: @OfElements bears constraints, is none itself and is not applied. Fix: annotate @OfElements with @Constraint(validatedBy = {}).
  List<@OfElements String> elements;

  @Short
  // expect 10: [GW-V04] @ValidatedInput does not look into Texts.getComputed(): @Short bears constraints, is none itself and is not applied. Fix: annotate @Short with @Constraint(validatedBy = {}).
  String getComputed() {
    return "";
  }

  // expect 31: [GW-V04] @ValidatedInput does not look into parameter 'other' of Texts.setOther(String): @Short bears constraints, is none itself and is not applied. Fix: annotate @Short with @Constraint(validatedBy = {}).
  void setOther(@Short String other) {}
}

@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Size(max = 3)
@interface OfElements {}

@Short
// expect 1: [GW-V04] @ValidatedInput does not look into Whole: @Short bears constraints, is none itself and is not applied. Fix: annotate @Short with @Constraint(validatedBy = {}).
class Whole {}

class OnlyIneffective {
  @Short String name;
}

@Secured
@ValidatedInput
class Ineffective {
  // expect 66: [GW-V04] @ValidatedInput does not look into parameter 'three' of Ineffective.texts(Texts, Whole, OnlyIneffective): OnlyIneffective has constraints, and @Valid is missing. Fix: write '@Valid OnlyIneffective three'.
  void texts(@Valid Texts one, @Valid Whole two, OnlyIneffective three) {}

  // expect 33: [GW-V04] @ValidatedInput does not look into parameter 'one' of Ineffective.parameters(String, List, String): @Short bears constraints, is none itself and is not applied. Fix: annotate @Short with @Constraint(validatedBy = {}).
  // expect 63: [GW-V04] @ValidatedInput does not look into parameter 'two' of Ineffective.parameters(String, List, String): @OfElements bears constraints, is none itself and is not applied. Fix: annotate @OfElements with @Constraint(validatedBy = {}).
  void parameters(@Short String one, List<@OfElements String> two, @Filled String three) {}
}
