package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;

class Person {
  private String name;
  private List<String> tags = List.of();
  @NotBlank private String checked;

  public String getName() {
    return name;
  }

  // expect 40: [GW-V04] @ValidatedInput does not look into parameter 'name' of Person.setName(String): constraints on parameters of a method are not applied. Fix: write them on the field or the getter.
  public void setName(@NotBlank String name) {
    this.name = name;
  }

  // expect 46: [GW-V04] @ValidatedInput does not look into parameter 'tags' of Person.setTags(List): constraints on parameters of a method are not applied. Fix: write them on the field or the getter.
  public void setTags(List<@NotBlank String> tags) {
    this.tags = tags;
  }

  public void setChecked(@NotBlank String checked) {
    this.checked = checked;
  }

  // expect 36: [GW-V04] @ValidatedInput does not look into parameter 'name' of Person.withName(String): constraints on parameters of a method are not applied. Fix: write them on the field or the getter.
  Person withName(@NotBlank String name) {
    return this;
  }
}

@Secured
@ValidatedInput
class Setter {
  void fill(@Valid Person one) {}

  // expect 23: [GW-V04] @ValidatedInput does not look into parameter 'one' of Setter.missing(Person): Person has constraints, and @Valid is missing. Fix: write '@Valid Person one'.
  void missing(Person one) {}
}
