package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import java.util.Optional;

record Item(@NotBlank String name) {}

class Box<T> {
  @Valid T one;
  // expect 18: [GW-V04] @ValidatedInput does not look into Box.several: Item has constraints, and validation does not look into arrays in arrays or other containers. Fix: hold them in a List there.
  List<@Valid T> several;
}

@Secured
@ValidatedInput
class NestedArrays {
  // expect 31: [GW-V04] @ValidatedInput does not look into parameter 'one' of NestedArrays.arrays(Item[][]): Item has constraints, and validation does not look into arrays in arrays or other containers. Fix: write 'List<List<@Valid Item>> one'.
  void arrays(@Valid Item[][] one) {}

  // expect 33: [GW-V04] @ValidatedInput does not look into parameter 'one' of NestedArrays.list(List): Item has constraints, and validation does not look into arrays in arrays or other containers. Fix: write 'List<List<@Valid Item>> one'.
  void list(List<@Valid Item[]> one) {}

  // expect 38: [GW-V04] @ValidatedInput does not look into parameter 'one' of NestedArrays.validList(List): Item has constraints, and validation does not look into arrays in arrays or other containers. Fix: write 'List<List<@Valid Item>> one'.
  void validList(@Valid List<Item[]> one) {}

  // expect 35: [GW-V04] @ValidatedInput does not look into parameter 'one' of NestedArrays.inner(List): Item has constraints, and validation does not look into arrays in arrays or other containers. Fix: write 'List<List<@Valid Item>> one'.
  void inner(List<Item @Valid []> one) {}

  // expect 39: [GW-V04] @ValidatedInput does not look into parameter 'one' of NestedArrays.map(Map): Item has constraints, and validation does not look into arrays in arrays or other containers. Fix: write 'Map<String, List<@Valid Item>> one'.
  void map(Map<String, @Valid Item[]> one) {}

  // expect 41: [GW-V04] @ValidatedInput does not look into parameter 'one' of NestedArrays.optional(Optional): Item has constraints, and validation does not look into arrays in arrays or other containers. Fix: write 'Optional<List<@Valid Item>> one'.
  void optional(Optional<@Valid Item[]> one) {}

  // expect 43: [GW-V04] @ValidatedInput does not look into parameter 'one' of NestedArrays.ofLists(List[]): Item has constraints, and validation does not look into arrays in arrays or other containers. Fix: write 'List<List<@Valid Item>> one'.
  void ofLists(@Valid List<@Valid Item>[] one) {}

  void variable(@Valid Box<Item[]> one) {}

  void reached(@Valid Item[] one, List<List<@Valid Item>> two, List<String[]> three) {}
}
