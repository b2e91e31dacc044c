package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import javax.validation.Constraint;
import javax.validation.constraints.NotBlank;

@Constraint
@Retention(RetentionPolicy.RUNTIME)
@interface Consistent {}

@Consistent
// expect 1: [GW-V04] @ValidatedInput does not look into OldItem: @Consistent belongs to javax.validation and is not applied. Fix: annotate it with jakarta.validation.Constraint.
class OldItem {
  // expect 20: [GW-V04] @ValidatedInput does not look into OldItem.name: @NotBlank belongs to javax.validation and is not applied. Fix: import jakarta.validation.constraints.NotBlank.
  @NotBlank String name;

  @NotBlank
  // expect 10: [GW-V04] @ValidatedInput does not look into OldItem.getTitle(): @NotBlank belongs to javax.validation and is not applied. Fix: import jakarta.validation.constraints.NotBlank.
  String getTitle() {
    return "";
  }

  void setName(@NotBlank String name) {
    this.name = name;
  }
}

class OldOrder {
  // expect 11: [GW-V04] @ValidatedInput does not look into OldOrder.item: OldItem has constraints, and @Valid is missing. Fix: write '@Valid OldItem item'.
  OldItem item;
}

@Secured
@ValidatedInput
class OldNamespace {
  // expect 31: [GW-V04] @ValidatedInput does not look into parameter 'name' of OldNamespace.place(String, OldItem, OldOrder): @NotBlank belongs to javax.validation and is not applied. Fix: import jakarta.validation.constraints.NotBlank.
  void place(@NotBlank String name, @Valid OldItem one, @Valid OldOrder two) {}
}
