package orders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

@JsonSubTypes(@JsonSubTypes.Type(Circle.class))
interface Shape {}

record Circle(@NotBlank String name) implements Shape {}

class Created {
  final String name;

  @JsonCreator
  // expect 28: [GW-V04] @ValidatedInput does not look into parameter 'name' of Created(String): constraints on parameters of a constructor are not applied. Fix: write them on the field or the getter.
  Created(@NotBlank String name) {
    this.name = name;
  }
}

@Secured
@ValidatedInput
class Shapes {
  // expect 20: [GW-V04] @ValidatedInput does not look into parameter 'one' of Shapes.named(Shape): Shape has constraints, and @Valid is missing. Fix: write '@Valid Shape one'.
  void named(Shape one) {}

  void valid(@Valid Shape one, @Valid Created two) {}

  // expect 24: [GW-V04] @ValidatedInput does not look into parameter 'one' of Shapes.created(Created): Created has constraints, and @Valid is missing. Fix: write '@Valid Created one'.
  void created(Created one) {}
}
