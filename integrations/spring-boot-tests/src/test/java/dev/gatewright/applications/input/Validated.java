package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints and services that Spring validates, each beside a guard. */
public final class Validated {
  private Validated() {}

  public record Item(@NotBlank String name) {}

  /** As in code that was generated from a description of an API. */
  @org.springframework.validation.annotation.Validated
  public interface Shop {
    @GetMapping("/count")
    default String count(@RequestParam @Positive int v) {
      return "read " + v;
    }

    @GetMapping("/optional")
    default String optional(@RequestParam Optional<@Min(1) Integer> v) {
      return "read " + v;
    }

    @PostMapping("/item")
    default String item(@Valid @RequestBody Item item) {
      return "read " + item;
    }

    @PostMapping("/items")
    default String items(@Valid @Size(max = 2) @RequestBody List<@Valid Item> items) {
      return "read " + items;
    }

    @GetMapping("/path/{v}")
    default String path(@PathVariable @Size(min = 3) String v) {
      return "read " + v;
    }

    @GetMapping("/plain-list")
    default List<@Valid Item> plainList(@RequestParam @Positive int v) {
      return List.of(new Item("a"));
    }
  }

  @RestController
  @RequestMapping("/inherited")
  @Secured(roles = "keeper")
  public static class Inherited implements Shop {}

  @RestController
  @RequestMapping("/inherited-validated")
  @Secured(roles = "keeper")
  @ValidatedInput
  public static class InheritedAndValidated implements Shop {}

  @RestController
  @RequestMapping("/overridden")
  @Secured(roles = "keeper")
  public static class Overridden implements Shop {
    @Override
    public String optional(Optional<Integer> v) {
      return "read " + v;
    }

    @Override
    public String items(List<Item> items) {
      return "read " + items;
    }

    @Override
    public List<Item> plainList(int v) {
      return List.of(new Item("a"));
    }
  }

  @RestController
  @RequestMapping("/class")
  @org.springframework.validation.annotation.Validated
  @Secured(roles = "keeper")
  public static class OnClass {
    @GetMapping("/count")
    public String count(@RequestParam @Positive int v) {
      return "read " + v;
    }

    @GetMapping("/optional")
    public String optional(@RequestParam Optional<@Min(1) Integer> v) {
      return "read " + v;
    }

    @PostMapping("/item")
    public String item(@Valid @RequestBody Item item) {
      return "read " + item;
    }

    @PostMapping("/items")
    public String items(@Valid @Size(max = 2) @RequestBody List<@Valid Item> items) {
      return "read " + items;
    }

    @GetMapping("/path/{v}")
    public String path(@PathVariable @Size(min = 3) String v) {
      return "read " + v;
    }

    @GetMapping("/plain-list")
    public List<@Valid Item> plainList(@RequestParam @Positive int v) {
      return List.of(new Item("a"));
    }
  }

  @RestController
  @RequestMapping("/class-validated")
  @ValidatedInput
  public static class OnClassAndValidated extends OnClass {}

  /** Without {@code @Validated}, as Spring MVC validates by itself. */
  @RestController
  @RequestMapping("/built-in")
  @Secured(roles = "keeper")
  public static class BuiltIn {
    @GetMapping("/count")
    public String count(@RequestParam @Positive int v) {
      return "read " + v;
    }

    @GetMapping("/optional")
    public String optional(@RequestParam Optional<@Min(1) Integer> v) {
      return "read " + v;
    }

    @PostMapping("/item")
    public String item(@Valid @RequestBody Item item) {
      return "read " + item;
    }

    @PostMapping("/items")
    public String items(@Valid @Size(max = 2) @RequestBody List<@Valid Item> items) {
      return "read " + items;
    }

    @GetMapping("/path/{v}")
    public String path(@PathVariable @Size(min = 3) String v) {
      return "read " + v;
    }

    @GetMapping("/plain-list")
    public List<@Valid Item> plainList(@RequestParam @Positive int v) {
      return List.of(new Item("a"));
    }
  }

  @RestController
  @RequestMapping("/built-in-validated")
  @ValidatedInput
  public static class BuiltInAndValidated extends BuiltIn {}

  @Service
  @Secured(roles = "keeper")
  @org.springframework.validation.annotation.Validated
  public static class Depot {
    public String store(@Positive int v) {
      return "stored " + v;
    }
  }

  @Service
  @Secured(roles = "keeper")
  @ValidatedInput
  @org.springframework.validation.annotation.Validated
  public static class ValidatedDepot {
    public String store(@Positive int v) {
      return "stored " + v;
    }
  }

  @org.springframework.validation.annotation.Validated
  public interface Storing {
    String store(@Positive int v);
  }

  @Service
  @Secured(roles = "keeper")
  public static class StoringDepot implements Storing {
    @Override
    public String store(int v) {
      return "stored " + v;
    }
  }

  @Service
  @org.springframework.validation.annotation.Validated
  public static class Unguarded {
    public String store(@Positive int v) {
      return "stored " + v;
    }
  }

  @RestController
  @Public(reason = "the depots are guarded")
  public static class Front {
    private final Depot depot;
    private final ValidatedDepot validated;
    private final Storing storing;
    private final Unguarded unguarded;

    public Front(Depot depot, ValidatedDepot validated, Storing storing, Unguarded unguarded) {
      this.depot = depot;
      this.validated = validated;
      this.storing = storing;
      this.unguarded = unguarded;
    }

    @GetMapping("/depot")
    public String depot(@RequestParam int v) {
      return depot.store(v);
    }

    @GetMapping("/validated-depot")
    public String validated(@RequestParam int v) {
      return validated.store(v);
    }

    @GetMapping("/storing")
    public String storing(@RequestParam int v) {
      return storing.store(v);
    }

    @GetMapping("/unguarded")
    public String unguarded(@RequestParam int v) {
      return unguarded.store(v);
    }
  }
}
