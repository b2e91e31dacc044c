package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

@Constraint(validatedBy = {})
@NotBlank
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@interface Filled {
  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}

class Texts {
  // expect 20: [GW-V04] @ValidatedInput does not look into Texts.array: constraints on elements of an array are not applied. Fix: write a List instead of the array.
  @Filled String[] array;
  // expect 18: [GW-V04] @ValidatedInput does not look into Texts.single: @Filled annotates only the type there, and is not applied. Fix: let its @Target have FIELD, METHOD and PARAMETER.
  @Filled String single;
  // expect 23: [GW-V04] @ValidatedInput does not look into Texts.later: @NotEmpty annotates only the type there, and is not applied. Fix: write it before the whole type.
  String @NotEmpty [] later;
  // expect 33: [GW-V04] @ValidatedInput does not look into Texts.inList: constraints on elements of an array are not applied. Fix: write a List instead of the array.
  List<@Size(max = 3) String[]> inList;
  // expect 28: [GW-V04] @ValidatedInput does not look into Texts.lists: constraints on elements of an array are not applied. Fix: write a List instead of the array.
  List<@NotBlank String>[] lists;

  // expect 18: [GW-V04] @ValidatedInput does not look into Texts.getComputed(): @Filled annotates only the type there, and is not applied. Fix: let its @Target have FIELD, METHOD and PARAMETER.
  @Filled String getComputed() {
    return "";
  }

  List<@Filled String> applied;
  @Size(max = 3) String[] whole;
  @NotBlank String text;
}

@Secured
@ValidatedInput
class TypeUse {
  void fill(@Valid Texts texts) {}

  // expect 36: [GW-V04] @ValidatedInput does not look into parameter 'one' of TypeUse.parameters(String[], String[], List): constraints on elements of an array are not applied. Fix: write a List instead of the array.
  void parameters(@Filled String[] one, @Size(max = 3) String[] two, List<@Filled String> three) {}
}
