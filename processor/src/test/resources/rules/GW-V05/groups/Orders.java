package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.validation.annotation.Validated;

interface Create {}

interface Change {}

@Retention(RetentionPolicy.RUNTIME)
@Validated(Create.class)
@interface Created {}

record Item(@NotBlank String name) {}

@Secured
@ValidatedInput
class OnParameter {
  // expect 21: [GW-V05] @Validated at parameter 'item' of OnParameter.place(Item) names other groups than @ValidatedInput, which alone validates here. Fix: write @ValidatedInput(groups = Create.class).
  void place(@Valid @Validated(Create.class) Item item) {}

  // expect 24: [GW-V05] @Created at parameter 'item' of OnParameter.composed(Item) names other groups than @ValidatedInput, which alone validates here. Fix: write @ValidatedInput(groups = Create.class).
  void composed(@Valid @Created Item item) {}
}

@Secured
class OnMethod {
  @ValidatedInput(groups = Change.class)
  // expect 3: [GW-V05] @Validated at OnMethod.place(Item) names other groups than @ValidatedInput, which alone validates here. Fix: write @ValidatedInput(groups = {Create.class, Change.class}).
  @Validated({Create.class, Change.class})
  void place(@Valid Item item) {}
}

@Secured
// expect 1: [GW-V05] @Validated at OnType names other groups than @ValidatedInput, which alone validates here. Fix: write @ValidatedInput(groups = Create.class).
@Validated(Create.class)
class OnType {
  @ValidatedInput
  void place(@Valid Item item) {}
}

// expect 1: [GW-V05] @Validated at Api names other groups than @ValidatedInput, which alone validates here. Fix: write @ValidatedInput(groups = Create.class).
@Validated(Create.class)
interface Api {
  void place(@Valid Item item);
}

@Secured
@ValidatedInput
class Inherited implements Api {
  @Override
  public void place(Item item) {}
}
