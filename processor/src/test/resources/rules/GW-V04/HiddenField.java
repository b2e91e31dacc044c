package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

record Item(@NotBlank String name) {}

class Base {
  // expect 15: [GW-V04] @ValidatedInput does not look into Base.item: Item has constraints, and @Valid is missing. Fix: write '@Valid Item item'.
  public Item item;
}

/** Another field of the same name. */
class Hiding extends Base {
  @Valid public Item item;
}

@Secured
@ValidatedInput
class HiddenField {
  void fill(@Valid Hiding hiding) {}
}
