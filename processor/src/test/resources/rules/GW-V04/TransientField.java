package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

record Item(@NotBlank String name) {}

class Order {
  // expect 26: [GW-V04] @ValidatedInput does not look into Order.item: Item has constraints, and @Valid is missing. Fix: write '@Valid Item item'.
  private transient Item item;
  // expect 26: [GW-V04] @ValidatedInput does not look into Order.written: Item has constraints, and @Valid is missing. Fix: write '@Valid Item written'.
  private transient Item written;
  @Valid private transient Item checked;
  private transient Item unseen;

  public Item getItem() {
    return item;
  }

  public void setItem(Item item) {
    this.item = item;
  }

  public void setWritten(Item written) {
    this.written = written;
  }

  public Item getChecked() {
    return checked;
  }
}

@Secured
@ValidatedInput
class TransientField {
  void place(@Valid Order one) {}
}
