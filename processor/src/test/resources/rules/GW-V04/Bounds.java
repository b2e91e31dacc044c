package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;

interface Mark {}

interface HasName {
  @NotBlank
  String getName();
}

@Secured
@ValidatedInput
class Bounds {
  // expect 45: [GW-V04] @ValidatedInput does not look into parameter 'one' of Bounds.several(T): HasName has constraints, and @Valid is missing. Fix: write '@Valid T one'.
  <T extends Mark & HasName> void several(T one) {}

  // expect 50: [GW-V04] @ValidatedInput does not look into parameter 'one' of Bounds.inside(List): HasName has constraints, and @Valid is missing. Fix: write 'List<@Valid T> one'.
  <T extends Mark & HasName> void inside(List<T> one) {}

  <T extends Comparable<T>> void itself(List<T> one) {}

  <T extends Mark & HasName> void valid(@Valid T one, List<@Valid T> two) {}
}
