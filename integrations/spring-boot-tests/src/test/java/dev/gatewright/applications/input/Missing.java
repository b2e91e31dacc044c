package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes bodies that are validated, and such as are not. */
public final class Missing {
  private Missing() {}

  /** A group that no other endpoint names. */
  public interface Draft {}

  /** Has a constraint of the default group, and one of another. */
  public record Item(
      @NotBlank String name, @Nullable @NotBlank(groups = Draft.class) String note) {}

  /** Has a constraint of another group only. */
  public record Drafted(@NotNull(groups = Draft.class) String name) {}

  /** Is looked into. */
  public record Order(@Valid Item item) {}

  /** Is not looked into by Spring. */
  public record Loose(Item item) {}

  /** Validates nothing. */
  @RestController
  @Public(reason = "test")
  public static class Unvalidated {
    @PostMapping("/plain")
    public String plain(@RequestBody Item item) {
      return "read " + item;
    }

    @PostMapping("/spring")
    public String spring(@RequestBody @Valid Item item) {
      return "read " + item;
    }

    @PostMapping("/loose")
    public String loose(@RequestBody @Valid Loose loose) {
      return "read " + loose;
    }

    @PostMapping("/draft")
    public String draft(@RequestBody @Validated(Draft.class) Drafted item) {
      return "read " + item;
    }

    @PostMapping("/other")
    public String other(@RequestBody @Validated(Draft.class) Item item) {
      return "read " + item;
    }
  }

  /** Validates all. */
  @RestController
  @Public(reason = "test")
  @ValidatedInput
  public static class OfGuard {
    @PostMapping("/guard")
    public String guard(@RequestBody @Valid Item item) {
      return "read " + item;
    }

    @PostMapping("/guard-order")
    public String order(@RequestBody @Valid Order order) {
      return "read " + order;
    }

    @PostMapping("/guard-list")
    public String list(@RequestBody List<@Valid Item> items) {
      return "read " + items;
    }
  }

  /** Declares values that nothing makes. */
  @RestController
  @Public(reason = "test")
  public static class DatesInMap {
    @GetMapping("/map")
    public String map(@RequestParam Map<String, LocalDate> values) {
      return "read " + values;
    }
  }

  /** Likewise. */
  @RestController
  @Public(reason = "test")
  public static class NumbersInMap {
    @GetMapping("/map")
    public String map(@RequestParam MultiValueMap<String, Integer> values) {
      return "read " + values;
    }
  }

  /** Likewise. */
  @RestController
  @Public(reason = "test")
  public static class NumbersInHeaders {
    @GetMapping("/map")
    public String map(@RequestHeader Map<String, Integer> values) {
      return "read " + values;
    }
  }

  /** Likewise. */
  @RestController
  @Public(reason = "test")
  public static class NumbersInPath {
    @GetMapping("/map/{id}")
    public String map(@PathVariable Map<String, Integer> values) {
      return "read " + values;
    }
  }

  /** Declares what is given. */
  @RestController
  @Public(reason = "test")
  public static class Texts {
    @GetMapping("/map/{id}")
    public String map(
        @PathVariable Map<String, String> path,
        @RequestParam Map<String, Object> values,
        @MatrixVariable Map<String, String> matrix,
        @RequestHeader MultiValueMap<String, String> headers) {
      return "read " + path + values;
    }
  }
}
