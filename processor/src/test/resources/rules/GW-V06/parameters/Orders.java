package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.constraints.NotBlank;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.validation.annotation.Validated;

@Retention(RetentionPolicy.RUNTIME)
@Validated
@interface Checked {}

@Retention(RetentionPolicy.RUNTIME)
@interface ValidBody {}

record Item(@NotBlank String name) {}

@Secured
@ValidatedInput
class Orders {
  // expect 14: [GW-V06] @Validated at parameter 'item' of Orders.place(Item) does not make @ValidatedInput look inside, which alone validates here. Fix: write @Valid there.
  void place(@Validated Item item) {}

  // expect 17: [GW-V06] @Checked at parameter 'item' of Orders.composed(Item) does not make @ValidatedInput look inside, which alone validates here. Fix: write @Valid there.
  void composed(@Checked Item item) {}

  // expect 14: [GW-V06] @ValidBody at parameter 'item' of Orders.named(Item) does not make @ValidatedInput look inside, which alone validates here. Fix: write @Valid there.
  void named(@ValidBody Item item) {}
}
