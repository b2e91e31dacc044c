// clean
package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.RequestAttribute;

record Item(@NotBlank String name) {}

record Free(String name, Free parent) {}

interface Declared {
  void inherited(@Valid Item one, List<@Valid Item> two);
}

@Secured
@ValidatedInput
class Cascaded implements Declared {
  void record(@Valid Item one, Free two, UUID three, @Size(max = 3) String four, int five) {}

  void containers(
      List<@Valid Item> one,
      Optional<@Valid Item> two,
      Map<@Valid Item, @Valid Item> three,
      @Valid Item[] four,
      List<@Valid ? extends Item> five,
      List<List<@Valid Item>> six,
      @Valid List<Item> seven,
      @Valid Map<String, Item> eight) {}

  void others(Path one, List<?> two, List<String> three, List<@NotBlank String> four) {}

  void notInput(@RequestAttribute Item one) {}

  @Override
  public void inherited(Item one, List<Item> two) {}
}

@Secured
class NotValidated {
  void record(Item one) {}
}
