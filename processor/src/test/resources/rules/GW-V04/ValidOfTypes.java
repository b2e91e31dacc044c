package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

record Text(@Size(max = 3) String text) {}

class Texts {
  // expect 18: [GW-V04] @ValidatedInput does not look into Texts.texts: @Valid annotates only the type there, and is not applied. Fix: write it before the whole type.
  Text @Valid [] texts = {};
}

class Book {
  // expect 31: [GW-V04] @ValidatedInput does not look into Book.pages: @Valid annotates only the type there, and is not applied. Fix: write it before the whole type.
  java.util.@Valid List<Text> pages;
}

@Secured
@ValidatedInput
class ValidOfTypes {
  // expect 29: [GW-V04] @ValidatedInput does not look into parameter 'several' of ValidOfTypes.array(Text[]): @Valid annotates only the type there, and is not applied. Fix: write it before the whole type.
  void array(Text @Valid [] several) {}

  // expect 41: [GW-V04] @ValidatedInput does not look into parameter 'several' of ValidOfTypes.list(List): @Valid annotates only the type there, and is not applied. Fix: write it before the whole type.
  void list(java.util.@Valid List<Text> several) {}

  // expect 31: [GW-V04] @ValidatedInput does not look into parameter 'one' of ValidOfTypes.one(Text): @Valid annotates only the type there, and is not applied. Fix: write it before the whole type.
  void one(orders.@Valid Text one) {}

  void inside(@Valid Texts texts, @Valid Book book) {}

  void applied(@Valid Text one, @Valid Text[] several, java.util.List<@Valid Text> list) {}
}
