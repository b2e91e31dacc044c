package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.ConvertGroup;
import jakarta.validation.groups.Default;
import java.util.List;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bodies whose constraints are asked by other groups than the default, or by nobody. */
public final class Regrouped {
  private static final String WHY = "only validated";

  private Regrouped() {}

  public interface Strict {}

  public record Item(@Size(max = 3, groups = Strict.class) String name) {}

  @RestController
  @Public(reason = WHY)
  @ValidatedInput
  public static class Converted {
    @PostMapping("/converted")
    public String read(
        @Valid @ConvertGroup(from = Default.class, to = Strict.class) @RequestBody Item item,
        @RequestParam List<@Size(max = 3) String> tag) {
      return "read " + item + tag;
    }
  }

  public record Named(@NotNull String name, @Size(max = 3, groups = Strict.class) String text) {}

  /** The default group is asked of nobody here. */
  @RestController
  @Public(reason = WHY)
  @ValidatedInput
  public static class Missing {
    @PostMapping("/missing/plain")
    public String plain(@Valid @RequestBody Named named) {
      return "read " + named;
    }

    @PostMapping("/missing/converted")
    public String converted(
        @Valid @ConvertGroup(from = Default.class, to = Strict.class) @RequestBody Named named) {
      return "read " + named;
    }
  }

  /** Spring MVC validates by the group of the method. */
  @RestController
  @Public(reason = WHY)
  public static class Grouped {
    @PostMapping("/missing/grouped")
    @Validated(Strict.class)
    public String grouped(
        @Valid @RequestBody Named named,
        @RequestParam(defaultValue = "") @Size(max = 3, groups = Strict.class) String tag) {
      return "read " + named + tag;
    }

    @PostMapping("/missing/both")
    public String both(
        @Valid @ConvertGroup(from = Default.class, to = Strict.class) @RequestBody Named named,
        @RequestParam(defaultValue = "") @Size(max = 3) String tag) {
      return "read " + named + tag;
    }
  }

  public record Order(
      List<@Valid @ConvertGroup(from = Default.class, to = Strict.class) Named> lines) {}

  /** The group is converted inside of a container. */
  @RestController
  @Public(reason = WHY)
  @ValidatedInput
  public static class Containing {
    @PostMapping("/missing/container")
    public String container(
        @RequestBody
            List<@Valid @ConvertGroup(from = Default.class, to = Strict.class) Named> lines) {
      return "read " + lines;
    }

    @PostMapping("/missing/nested")
    public String nested(@Valid @RequestBody Order order) {
      return "read " + order;
    }
  }

  /** What {@code @Valid} means is the application's own business here. */
  @RestController
  @Public(reason = WHY)
  public static class Bound {
    @InitBinder
    public void bind(WebDataBinder binder) {
      if (binder.getTarget() instanceof Named) {
        binder.setValidator(new Lenient());
      }
    }

    @PostMapping("/missing/bound")
    public String bound(@Valid @RequestBody Named named) {
      return "read " + named;
    }
  }

  static final class Lenient implements Validator {
    @Override
    public boolean supports(Class<?> type) {
      return type == Named.class;
    }

    @Override
    public void validate(Object named, Errors errors) {
      // Looks at nothing that would be null.
    }
  }

  /** The same, said for a controller by an advice. */
  @ControllerAdvice(assignableTypes = Advised.class)
  public static class Advice {
    @InitBinder
    public void bind(WebDataBinder binder) {
      if (binder.getTarget() instanceof Named) {
        binder.setValidator(new Lenient());
      }
    }
  }

  @RestController
  @Public(reason = WHY)
  public static class Advised {
    @PostMapping("/missing/advised")
    public String advised(@Valid @RequestBody Named named) {
      return "read " + named;
    }
  }
}
