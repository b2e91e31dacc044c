package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

record Item(@NotBlank String name) {}

// expect 1: [GW-V04] @ValidatedInput does not look into Tags: constraints in type arguments of a supertype are not applied. Fix: write that supertype, with the constraints, where Tags is used.
class Tags extends ArrayList<@Size(max = 3) String> {}

// expect 1: [GW-V04] @ValidatedInput does not look into Labels: constraints in type arguments of a supertype are not applied. Fix: write that supertype, with the constraints, where Labels is used.
class Labels extends HashMap<String, List<@Size(max = 3) String>> {}

// expect 1: [GW-V04] @ValidatedInput does not look into Names: constraints in type arguments of a supertype are not applied. Fix: write that supertype, with the constraints, where Names is used.
interface Names extends Collection<@NotBlank String> {}

class Value<T> {
  T value;
}

// expect 1: [GW-V04] @ValidatedInput does not look into Text: constraints in type arguments of a supertype are not applied. Fix: write that supertype, with the constraints, where Text is used.
class Text extends Value<@NotNull String> {}

// expect 1: [GW-V04] @ValidatedInput does not look into Bounded: constraints of type parameter T are not applied. Fix: write them on what is of type T.
class Bounded<T extends @NotNull Object> {
  T value;
}

// expect 1: [GW-V04] @ValidatedInput does not look into Own: constraints of type parameter T are not applied. Fix: write them on what is of type T.
class Own<@NotNull T> {}

// expect 1: [GW-V04] @ValidatedInput does not look into Nested: constraints of type parameter T are not applied. Fix: write them on what is of type T.
class Nested<T extends List<@NotBlank String>> {
  T value;
}

/** Elements of a list are looked into where the list is. */
class Items extends ArrayList<@Valid Item> {}

class Body {
  @Valid Tags tags;
  @Valid Labels labels;
  @Valid Names names;
  @Valid Text text;
  @Valid Bounded<String> bounded;
  @Valid Own<String> own;
  @Valid Nested<List<String>> nested;
  @Valid Items items;
  // expect 41: [GW-V04] @ValidatedInput does not look into Body.upper: constraints in the bound of a wildcard are not applied. Fix: write the bound itself in place of the wildcard.
  List<? extends @Size(max = 3) String> upper;
  // expect 47: [GW-V04] @ValidatedInput does not look into Body.lower: constraints in the bound of a wildcard are not applied. Fix: write the bound itself in place of the wildcard.
  Map<String, List<? super @NotBlank String>> lower;
  // expect 42: [GW-V04] @ValidatedInput does not look into Body.deep: constraints in the bound of a wildcard are not applied. Fix: write the bound itself in place of the wildcard.
  List<? extends List<@NotBlank String>> deep;
  List<@Size(max = 3) ? extends String> before;
}

// expect 10: [GW-V04] @ValidatedInput does not look into Crud: constraints of type parameter T are not applied. Fix: write them on what is of type T.
abstract class Crud<T extends @NotNull Object> {
  void create(T one) {}
}

@Secured
@ValidatedInput
class Headers extends Crud<String> {
  // expect 35: [GW-V04] @ValidatedInput does not look into parameter 'two' of Headers.body(Body, Tags): Tags has constraints, and @Valid is missing. Fix: write '@Valid Tags two'.
  void body(@Valid Body one, Tags two) {}

  // expect 36: [GW-V04] @ValidatedInput does not look into Headers.generic(T, List): constraints of type parameter T are not applied. Fix: write them on what is of type T.
  // expect 84: [GW-V04] @ValidatedInput does not look into parameter 'two' of Headers.generic(T, List): constraints in the bound of a wildcard are not applied. Fix: write the bound itself in place of the wildcard.
  <T extends @NotNull Object> void generic(T one, List<? extends @NotBlank String> two) {}
}
