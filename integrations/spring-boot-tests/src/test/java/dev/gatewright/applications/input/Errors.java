package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that want to look at errors themselves. */
public final class Errors {
  private Errors() {}

  public record Order(@NotBlank String name, @Min(1) int count) {}

  static String fields(BindingResult errors) {
    List<String> fields = errors.getFieldErrors().stream().map(FieldError::getField).toList();
    return "errors " + fields.stream().sorted().toList();
  }

  @RestController
  @Public(reason = "test")
  public static class ByGuard {
    @PostMapping("/form")
    @ValidatedInput
    public String form(@Valid @ModelAttribute Order order, BindingResult errors) {
      return fields(errors);
    }
  }

  @RestController
  @Public(reason = "test")
  public static class BodyByGuard {
    @PostMapping("/body")
    @ValidatedInput
    public String body(
        @Valid @RequestBody Order order, org.springframework.validation.Errors errors) {
      return "errors " + errors.getErrorCount();
    }
  }

  @RestController
  @Public(reason = "test")
  public static class BySpring {
    @PostMapping("/form")
    public String form(@Valid @ModelAttribute Order order, BindingResult errors) {
      return fields(errors);
    }

    @PostMapping("/body")
    public String body(@Valid @RequestBody Order order, BindingResult errors) {
      return fields(errors);
    }
  }
}
