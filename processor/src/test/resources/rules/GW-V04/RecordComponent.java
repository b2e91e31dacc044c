package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;

record Item(@NotBlank String name) {}

// expect 57: [GW-V04] @ValidatedInput does not look into Order.others: Item has constraints, and @Valid is missing. Fix: write 'List<@Valid Item> others'.
// expect 19: [GW-V04] @ValidatedInput does not look into Order.first: Item has constraints, and @Valid is missing. Fix: write '@Valid Item first'.
record Order(Item first, @Valid Item second, List<Item> others) {}

@Secured
@ValidatedInput
class RecordComponent {
  void place(@Valid Order order) {}
}
