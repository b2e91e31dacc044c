// clean
package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.validation.annotation.Validated;

record Item(@NotBlank String name) {}

@Secured
@ValidatedInput
class Orders {
  void place(@Valid @Validated Item item) {}
}

@interface ValidLanguage {}

@Secured
@ValidatedInput
class OnlyNamedSo {
  void find(@ValidLanguage String language) {}
}

@Secured
class LeftToSpring {
  void place(@Validated Item item) {}
}
