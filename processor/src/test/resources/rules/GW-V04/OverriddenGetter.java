// clean
package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

record Item(@NotBlank String name) {}

interface HasItem {
  Item getItem();
}

/** Its field answers the getter of the interface. */
class Basket implements HasItem {
  @Valid private Item item;

  @Override
  public Item getItem() {
    return item;
  }
}

class Base {
  private Item first;
  private Item second;

  @Valid
  public Item getFirst() {
    return first;
  }

  public void setFirst(Item first) {
    this.first = first;
  }

  public Item getSecond() {
    return second;
  }

  public void setSecond(Item second) {
    this.second = second;
  }

  public Item get() {
    return second;
  }
}

/** Validation looks at all declarations of a getter. */
class Overriding extends Base {
  @Override
  public Item getFirst() {
    return super.getFirst();
  }

  @Override
  @Valid
  public Item getSecond() {
    return super.getSecond();
  }
}

@Secured
@ValidatedInput
class OverriddenGetter {
  void fill(@Valid Basket basket, @Valid Overriding overriding) {}
}
