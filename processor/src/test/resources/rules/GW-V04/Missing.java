package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.RequestEntity;
import org.springframework.web.bind.annotation.RequestBody;

record Item(@NotBlank String name) {}

class OnField {
  @NotNull String name;
}

class OnGetter {
  @NotNull
  public String getName() {
    return "";
  }
}

class OnSuperclass extends OnField {}

interface HasName {
  @NotBlank
  String getName();
}

class OnInterface implements HasName {
  @Override
  public String getName() {
    return "";
  }
}

@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@interface Consistent {
  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}

@Consistent
class OnType {}

record Nested(@Valid Item item) {}

record InElements(List<@NotBlank String> names) {}

record Behind(Item item) {}

class Items extends ArrayList<Item> {
  private static final long serialVersionUID = 1;
}

@Secured
@ValidatedInput
class Missing {
  // expect 20: [GW-V04] @ValidatedInput does not look into parameter 'one' of Missing.record(Item): Item has constraints, and @Valid is missing. Fix: write '@Valid Item one'.
  void record(Item one) {}

  // expect 86: [GW-V04] @ValidatedInput does not look into parameter 'five' of Missing.kinds(OnField, OnGetter, OnSuperclass, OnInterface, OnType): OnType has constraints, and @Valid is missing. Fix: write '@Valid OnType five'.
  // expect 73: [GW-V04] @ValidatedInput does not look into parameter 'four' of Missing.kinds(OnField, OnGetter, OnSuperclass, OnInterface, OnType): OnInterface has constraints, and @Valid is missing. Fix: write '@Valid OnInterface four'.
  // expect 54: [GW-V04] @ValidatedInput does not look into parameter 'three' of Missing.kinds(OnField, OnGetter, OnSuperclass, OnInterface, OnType): OnSuperclass has constraints, and @Valid is missing. Fix: write '@Valid OnSuperclass three'.
  // expect 36: [GW-V04] @ValidatedInput does not look into parameter 'two' of Missing.kinds(OnField, OnGetter, OnSuperclass, OnInterface, OnType): OnGetter has constraints, and @Valid is missing. Fix: write '@Valid OnGetter two'.
  // expect 22: [GW-V04] @ValidatedInput does not look into parameter 'one' of Missing.kinds(OnField, OnGetter, OnSuperclass, OnInterface, OnType): OnField has constraints, and @Valid is missing. Fix: write '@Valid OnField one'.
  void kinds(OnField one, OnGetter two, OnSuperclass three, OnInterface four, OnType five) {}

  // expect 50: [GW-V04] @ValidatedInput does not look into parameter 'three' of Missing.inside(Nested, InElements, Behind): Behind has constraints, and @Valid is missing. Fix: write '@Valid Behind three'.
  // expect 38: [GW-V04] @ValidatedInput does not look into parameter 'two' of Missing.inside(Nested, InElements, Behind): InElements has constraints, and @Valid is missing. Fix: write '@Valid InElements two'.
  // expect 22: [GW-V04] @ValidatedInput does not look into parameter 'one' of Missing.inside(Nested, InElements, Behind): Nested has constraints, and @Valid is missing. Fix: write '@Valid Nested one'.
  void inside(Nested one, InElements two, Behind three) {}

  void containers(
      // expect 18: [GW-V04] @ValidatedInput does not look into parameter 'one' of Missing.containers(List, Optional, Map, Item[], List, List, Items): Item has constraints, and @Valid is missing. Fix: write 'List<@Valid Item> one'.
      List<Item> one,
      // expect 22: [GW-V04] @ValidatedInput does not look into parameter 'two' of Missing.containers(List, Optional, Map, Item[], List, List, Items): Item has constraints, and @Valid is missing. Fix: write 'Optional<@Valid Item> two'.
      Optional<Item> two,
      // expect 23: [GW-V04] @ValidatedInput does not look into parameter 'three' of Missing.containers(List, Optional, Map, Item[], List, List, Items): Item has constraints, and @Valid is missing. Fix: write 'Map<@Valid Item, @Valid Item> three'.
      Map<Item, Item> three,
      // expect 14: [GW-V04] @ValidatedInput does not look into parameter 'four' of Missing.containers(List, Optional, Map, Item[], List, List, Items): Item has constraints, and @Valid is missing. Fix: write '@Valid Item[] four'.
      Item[] four,
      // expect 28: [GW-V04] @ValidatedInput does not look into parameter 'five' of Missing.containers(List, Optional, Map, Item[], List, List, Items): Item has constraints, and @Valid is missing. Fix: write 'List<@Valid ? extends Item> five'.
      List<? extends Item> five,
      // expect 31: [GW-V04] @ValidatedInput does not look into parameter 'six' of Missing.containers(List, Optional, Map, Item[], List, List, Items): Item has constraints, and @Valid is missing. Fix: write 'List<List<@Valid Item>> six'.
      @Valid List<List<Item>> six,
      // expect 13: [GW-V04] @ValidatedInput does not look into parameter 'seven' of Missing.containers(List, Optional, Map, Item[], List, List, Items): Item has constraints, and @Valid is missing. Fix: write '@Valid Items seven'.
      Items seven) {}

  // expect 36: [GW-V04] @ValidatedInput does not look into parameter 'one' of Missing.variable(T): Item has constraints, and @Valid is missing. Fix: write '@Valid T one'.
  <T extends Item> void variable(T one) {}

  // expect 33: [GW-V04] @ValidatedInput does not look into parameter 'one' of Missing.mapped(Item): Item has constraints, and @Valid is missing. Fix: write '@Valid Item one'.
  void mapped(@RequestBody Item one) {}

  // expect 35: [GW-V04] @ValidatedInput does not look into parameter 'one' of Missing.entity(RequestEntity): Item has constraints, and @Valid is missing. Fix: take the body itself, as '@RequestBody @Valid Item'.
  void entity(RequestEntity<Item> one) {}
}
