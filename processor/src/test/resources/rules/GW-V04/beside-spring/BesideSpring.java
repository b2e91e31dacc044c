package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.validation.annotation.Validated;

record Item(@NotBlank String name) {}

class Order {
  // expect 8: [GW-V04] @ValidatedInput does not look into Order.item: Item has constraints, and @Valid is missing. Fix: write '@Valid Item item'.
  Item item;
}

@Secured
@ValidatedInput
class BesideSpring {
  void place(@Valid @Validated Order order) {}
}
