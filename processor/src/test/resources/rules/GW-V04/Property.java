package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;

record Item(@NotBlank String name) {}

class Basket {
  // expect 16: [GW-V04] @ValidatedInput does not look into Basket.item: Item has constraints, and @Valid is missing. Fix: write '@Valid Item item'.
  private Item item;
  private Item checked;
  private transient Item ignored;
  static Item shared;
  // expect 10: [GW-V04] @ValidatedInput does not look into Basket.parent: Basket has constraints, and @Valid is missing. Fix: write '@Valid Basket parent'.
  Basket parent;

  @Valid
  public Item getChecked() {
    return checked;
  }
}

@Secured
@ValidatedInput
class Property {
  void fill(List<@Valid Basket> baskets) {}
}
