package orders;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;

record Item(@NotBlank String name) {}

record Line(String text) {}

record ByFactory(@NotNull List<Line> lines) {
  @JsonCreator
  // expect 34: [GW-V04] @ValidatedInput does not look into parameter 'items' of ByFactory.of(List): Item has constraints, and no property holds it. Fix: hold it in a field, with @Valid, or write the constraints on what is made of it.
  static ByFactory of(List<Item> items) {
    return new ByFactory(List.of());
  }
}

class ByConstructor {
  @NotNull private final Object kept;

  // expect 22: [GW-V04] @ValidatedInput does not look into parameter 'item' of ByConstructor(Item): Item has constraints, and no property holds it. Fix: hold it in a field, with @Valid, or write the constraints on what is made of it.
  ByConstructor(Item item) {
    kept = item;
  }

  Object getKept() {
    return kept;
  }
}

class BySetter {
  @NotNull private Object kept;

  // expect 21: [GW-V04] @ValidatedInput does not look into parameter 'item' of BySetter.setItem(Item): Item has constraints, and no property holds it. Fix: hold it in a field, with @Valid, or write the constraints on what is made of it.
  void setItem(Item item) {
    kept = item;
  }

  @JsonAnySetter
  // expect 32: [GW-V04] @ValidatedInput does not look into parameter 'item' of BySetter.other(String, Item): Item has constraints, and no property holds it. Fix: hold it in a field, with @Valid, or write the constraints on what is made of it.
  void other(String name, Item item) {
    kept = item;
  }
}

/** Holds what it takes. */
class Held {
  @Valid private Item item;
  private List<@Valid Item> more = List.of();

  Held(Item item) {
    this.item = item;
  }

  void setItem(Item item) {
    this.item = item;
  }

  void setFirst(Item item) {
    more = List.of(item);
  }
}

/** Is made of an item by code of the application's only. */
class MadeByHand {
  @NotBlank private String name = "";

  MadeByHand() {}

  MadeByHand(Item item) {
    name = item.name();
  }
}

@Secured
@ValidatedInput
class Converted {
  void factory(@Valid ByFactory one) {}

  void constructor(@Valid ByConstructor one) {}

  void setter(@Valid BySetter one) {}

  void held(@Valid Held one) {}

  void byHand(@Valid MadeByHand one) {}
}
