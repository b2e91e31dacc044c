package orders;

import com.google.common.base.Equivalence;
import com.google.common.base.Function;
import com.google.common.base.Optional;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimap;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Classes of libraries around what has constraints; a ValueExtractor may let validation in. */
record Item(@NotBlank String name) {}

class Patch {
  // expect 18: [GW-V04] @ValidatedInput does not look into Patch.item: Item has constraints, and @Valid is missing. Fix: write 'Optional<@Valid Item> item'.
  Optional<Item> item;
  Optional<String> name;
  // expect 26: [GW-V04] @ValidatedInput does not look into Patch.byName: Item has constraints, and @Valid is missing. Fix: write 'Multimap<String, @Valid Item> byName'.
  Multimap<String, Item> byName;
  // expect 24: [GW-V04] @ValidatedInput does not look into Patch.items: Item has constraints, and @Valid is missing. Fix: write 'Optional<List<@Valid Item>> items'.
  Optional<List<Item>> items;
  // expect 24: [GW-V04] @ValidatedInput does not look into Patch.several: Item has constraints, and @Valid is missing. Fix: write 'List<Optional<@Valid Item>> several'.
  List<Optional<Item>> several;
  // expect 23: [GW-V04] @ValidatedInput does not look into Patch.list: Item has constraints, and @Valid is missing. Fix: write 'ImmutableList<@Valid Item> list'.
  ImmutableList<Item> list;
}

class ValidPatch {
  @Valid Optional<Item> item;
  Optional<@Valid Item> other;
  Multimap<String, @Valid Item> byName;
  Optional<List<@Valid Item>> items;
  ImmutableList<@Valid Item> list;
}

/** They hold no item. */
record Functions(Function<Item, String> text, Equivalence<Item> equivalence) {}

class Envelope<T> {
  // expect 5: [GW-V04] @ValidatedInput does not look into Envelope.body: Item has constraints, and @Valid is missing. Fix: write '@Valid T body'.
  T body;
}

class Keys<T> {
  // expect 5: [GW-V04] @ValidatedInput does not look into Keys.body: Item has constraints, and @Valid is missing. Fix: write the whole type in place of 'T', with '@Valid Item' in it.
  T body;
}

class Lists<T> {
  // expect 11: [GW-V04] @ValidatedInput does not look into Lists.body: Item has constraints, and @Valid is missing. Fix: write the whole type in place of 'List<T>', with '@Valid Item' in it.
  List<T> body;
}

class Items extends ArrayList<Item> {}

class ByName extends HashMap<String, List<Item>> {}

class ByItem extends HashMap<Item, String> {}

class Subclasses {
  // expect 9: [GW-V04] @ValidatedInput does not look into Subclasses.items: Item has constraints, and @Valid is missing. Fix: write '@Valid Items items'.
  Items items;
  @Valid Items valid;
  // expect 17: [GW-V04] @ValidatedInput does not look into Subclasses.names: Item has constraints, and @Valid is missing. Fix: write the whole type in place of 'ByName', with '@Valid Item' in it.
  @Valid ByName names;
  // expect 17: [GW-V04] @ValidatedInput does not look into Subclasses.keys: Item has constraints, and @Valid is missing. Fix: write the whole type in place of 'ByItem', with '@Valid Item' in it.
  @Valid ByItem keys;
}

@Secured
@ValidatedInput
class Containers {
  void patch(@Valid Patch one, @Valid ValidPatch two, @Valid Functions three) {}

  // expect 33: [GW-V04] @ValidatedInput does not look into parameter 'one' of Containers.parameter(Optional, Optional, Optional): Item has constraints, and @Valid is missing. Fix: write 'Optional<@Valid Item> one'.
  void parameter(Optional<Item> one, @Valid Optional<Item> two, Optional<@Valid Item> three) {}

  void variables(
      @Valid Envelope<List<Item>> one,
      @Valid Keys<Map<Item, String>> two,
      @Valid Lists<List<Item>> three) {}

  void subclasses(@Valid Subclasses one) {}

  void wildcards(
      // expect 41: [GW-V04] @ValidatedInput does not look into parameter 'one' of Containers.wildcards(List, List, List, List): Item has constraints, and @Valid is missing. Fix: write 'List<List<@Valid Item>> one'.
      List<? extends List<@Valid Item>> one,
      // expect 41: [GW-V04] @ValidatedInput does not look into parameter 'two' of Containers.wildcards(List, List, List, List): Item has constraints, and @Valid is missing. Fix: write 'List<List<@Valid Item>> two'.
      List<? extends @Valid List<Item>> two,
      List<List<@Valid Item>> three,
      List<@Valid ? extends Item> four) {}

  // expect 40: [GW-V04] @ValidatedInput does not look into parameter 'one' of Containers.bounds(T, List, T): Item has constraints, and @Valid is missing. Fix: write '@Valid T one'.
  // expect 60: [GW-V04] @ValidatedInput does not look into parameter 'two' of Containers.bounds(T, List, T): Item has constraints, and @Valid is missing. Fix: write the whole type in place of 'List<T>', with '@Valid Item' in it.
  <T extends List<Item>> void bounds(T one, List<@Valid T> two, @Valid T three) {}
}
