// clean
package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.groups.Default;
import org.springframework.validation.annotation.Validated;

interface Create {}

interface Change {}

record Item(@NotBlank String name) {}

@Secured
@Validated(Change.class)
@ValidatedInput(groups = {Create.class, Change.class})
class Orders {
  @Validated({Change.class, Create.class})
  void place(@Valid @Validated({Create.class, Change.class}) Item item) {}
}

@Secured
@Validated
@ValidatedInput(groups = Create.class)
class Plain {
  void place(@Valid Item item) {}
}

@Secured
@Validated(Default.class)
@ValidatedInput
class Defaults {
  void place(@Valid Item item) {}
}

@Secured
@Validated(Create.class)
class LeftToSpring {
  void place(@Valid Item item) {}
}
