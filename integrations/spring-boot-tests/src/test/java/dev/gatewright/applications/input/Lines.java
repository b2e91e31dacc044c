package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Forms that are made by their constructors, with lists inside. */
@RestController
@Public(reason = "only bound")
@ValidatedInput
public class Lines {
  public record Line(@NotNull @Size(max = 3) String name) {}

  public record Form(@Nullable List<@Valid Line> lines) {}

  public record Texts(@Nullable List<@Size(max = 3) String> texts) {}

  public record Maps(@Nullable Map<@Size(max = 3) String, @Valid Line> lines) {}

  @GetMapping("/lines")
  public String lines(@Valid Form form) {
    return "read " + form.lines();
  }

  @GetMapping("/texts")
  public String texts(@Valid Texts form) {
    return "read " + form.texts();
  }

  @GetMapping("/maps")
  public String maps(@Valid Maps form) {
    return "read " + form.lines();
  }
}
