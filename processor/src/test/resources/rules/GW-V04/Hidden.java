package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

record Item(@NotBlank String name) {}

class Bare<T> {
  // expect 5: [GW-V04] @ValidatedInput does not look into Bare.body: Item has constraints, and @Valid is missing. Fix: write '@Valid T body'.
  T body;
}

sealed interface Shape permits Circle {}

record Circle(@NotBlank String name) implements Shape {}

interface WithoutField {
  // expect 8: [GW-V04] @ValidatedInput does not look into WithoutField.getItem(): Item has constraints, and @Valid is missing. Fix: write '@Valid Item getItem()'.
  Item getItem();

  @Valid
  Item getChecked();
}

class Computed {
  Item getItem() {
    return new Item("");
  }
}

@Secured
@ValidatedInput
class Hidden {
  // expect 27: [GW-V04] @ValidatedInput does not look into parameter 'one' of Hidden.generic(Bare): Bare has constraints, and @Valid is missing. Fix: write '@Valid Bare<Item> one'.
  void generic(Bare<Item> one) {}

  void bare(@Valid Bare<Item> one) {}

  // expect 25: [GW-V04] @ValidatedInput does not look into parameter 'one' of Hidden.sealedType(Shape): Shape has constraints, and @Valid is missing. Fix: write '@Valid Shape one'.
  void sealedType(Shape one) {}

  void getter(@Valid WithoutField one) {}

  void harmless(@Valid Bare<String> one, Computed two, AtomicReference<String> three) {}

  // expect 40: [GW-V04] @ValidatedInput does not look into parameter 'one' of Hidden.reference(AtomicReference): Item has constraints, and @Valid is missing. Fix: take the value itself, as '@Valid Item'.
  void reference(AtomicReference<Item> one) {}

  // expect 38: [GW-V04] @ValidatedInput does not look into parameter 'one' of Hidden.entry(Entry): Item has constraints, and @Valid is missing. Fix: take the value itself, as '@Valid Item'.
  void entry(Map.Entry<String, Item> one) {}
}
