package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Constraints that are written of type variables. */
public final class Generics {
  private static final String WHY = "only validated";

  private Generics() {}

  public static class Item {
    @Size(max = 3)
    public String name = "";
  }

  public static class Special extends Item {
    @Size(max = 3)
    public String more = "";
  }

  public interface Store<K, T extends Item> {
    @PostMapping("/one")
    default String one(@Valid @RequestBody T item) {
      return "read " + item.name;
    }

    @PostMapping("/many")
    default String many(@RequestBody List<@Valid T> items) {
      return "read " + items.get(0).name;
    }

    @PostMapping("/map")
    default String map(@RequestBody Map<K, @Valid T> items) {
      return "read " + items.values().iterator().next().name;
    }
  }

  public abstract static class Base<T extends Item> implements Store<String, T> {
    @Override
    public String one(T item) {
      return Store.super.one(item);
    }
  }

  @RestController
  @RequestMapping("/generic")
  @Public(reason = WHY)
  @ValidatedInput
  public static class Shop extends Base<Special> {}

  public abstract static class Keeping<T extends CharSequence> {
    public String keep(@Size(max = 3) T text) {
      return "read " + text;
    }

    public <U extends T> String keepAll(List<@Size(max = 3) U> texts) {
      return "read " + texts;
    }
  }

  @Service
  @Public(reason = WHY)
  @ValidatedInput
  public static class Depot extends Keeping<String> {}

  @RestController
  @Public(reason = WHY)
  public static class Front {
    private final Depot depot;

    public Front(Depot depot) {
      this.depot = depot;
    }

    @GetMapping("/generic/keep")
    public String keep(@RequestParam String v) {
      Keeping<String> keeping = depot;
      return keeping.keep(v);
    }

    @GetMapping("/generic/keep-all")
    public String keepAll(@RequestParam String v) {
      return depot.keepAll(List.of(v));
    }
  }
}
