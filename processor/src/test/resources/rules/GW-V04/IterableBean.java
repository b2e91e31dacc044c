package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Iterator;
import java.util.List;

record Item(@NotBlank String name) {}

class Checked implements Iterable<String> {
  @NotBlank String name;
  @Valid Item first;

  @Override
  public Iterator<String> iterator() {
    return List.<String>of().iterator();
  }
}

class Holder<T> implements Iterable<String> {
  // expect 5: [GW-V04] @ValidatedInput does not look into Holder.first: Item has constraints, and @Valid is missing. Fix: write '@Valid T first'.
  T first;

  @Override
  public Iterator<String> iterator() {
    return List.<String>of().iterator();
  }
}

class Page<T> implements Iterable<T> {
  @Valid List<T> content = List.of();

  @Override
  public Iterator<T> iterator() {
    return content.iterator();
  }
}

@Secured
@ValidatedInput
class IterableBean {
  // expect 24: [GW-V04] @ValidatedInput does not look into parameter 'one' of IterableBean.missing(Checked): Checked has constraints, and @Valid is missing. Fix: write '@Valid Checked one'.
  void missing(Checked one) {}

  void checked(@Valid Checked one, @Valid Page<Item> two, List<@Valid Checked> three) {}

  void holder(@Valid Holder<Item> one) {}

  // expect 24: [GW-V04] @ValidatedInput does not look into parameter 'one' of IterableBean.page(Page): Item has constraints, and @Valid is missing. Fix: write '@Valid Page<@Valid Item> one'.
  void page(Page<Item> one) {}
}
