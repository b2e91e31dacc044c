package orders;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

interface Named {
  @NotBlank
  // expect 10: [GW-V04] @ValidatedInput does not look into Named.name(): constraints on a method that is no getter are not applied. Fix: write them on the component 'name' of Implementing.
  String name();
}

record Implementing(String name) implements Named {}

record Repeating(@NotBlank String name) implements Named {}

record Accessor(String name) {
  @NotBlank
  // expect 17: [GW-V04] @ValidatedInput does not look into Accessor.name(): constraints on a method that is no getter are not applied. Fix: write them on the component 'name' of Accessor.
  public String name() {
    return name;
  }
}

record Canonical(String name) {
  // expect 30: [GW-V04] @ValidatedInput does not look into parameter 'name' of Canonical(String): constraints on parameters of a constructor are not applied. Fix: write them on the component of the record.
  Canonical(@NotBlank String name) {
    this.name = name;
  }
}

record Compact(@NotBlank String name, List<@NotBlank String> names) {
  Compact {
    names = List.copyOf(names);
  }
}

record Stricter(@Size(max = 9) String name) {
  // expect 34: [GW-V04] @ValidatedInput does not look into parameter 'name' of Stricter(String): constraints on parameters of a constructor are not applied. Fix: write them on the component of the record.
  Stricter(@Size(max = 3) String name) {
    this.name = name;
  }
}

record Factory(String name) {
  @JsonCreator
  // expect 38: [GW-V04] @ValidatedInput does not look into parameter 'name' of Factory.of(String): constraints on parameters of a method are not applied. Fix: write them on the component of the record.
  static Factory of(@NotBlank String name) {
    return new Factory(name);
  }
}

record Getter(String name) {
  @NotBlank
  public String getName() {
    return name;
  }
}

@Secured
@ValidatedInput
class Records {
  void one(@Valid Implementing one, @Valid Repeating two, @Valid Accessor three) {}

  void two(@Valid Canonical one, @Valid Compact two, @Valid Stricter three) {}

  void three(@Valid Factory one, @Valid Getter two) {}
}
