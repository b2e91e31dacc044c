package dev.gatewright.applications.hostile;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.GroupSequence;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.ConvertGroup;
import jakarta.validation.groups.Default;
import java.util.List;
import org.hibernate.validator.group.GroupSequenceProvider;
import org.hibernate.validator.spi.group.DefaultGroupSequenceProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints and services that say which groups their default group is. */
public final class Sequenced {
  private static final String WHY = "only validated";

  private Sequenced() {}

  public interface Strict {}

  @RestController
  @Public(reason = WHY)
  @ValidatedInput
  @GroupSequence({Strict.class, Endpoint.class})
  public static class Endpoint {
    @GetMapping("/sequenced/endpoint")
    public String read(@RequestParam @Size(max = 3, groups = Strict.class) String v) {
      return "read " + v;
    }
  }

  @Service
  @Public(reason = WHY)
  @ValidatedInput
  @GroupSequence({Strict.class, Depot.class})
  public static class Depot {
    public String read(@Size(max = 3, groups = Strict.class) String v) {
      return "read " + v;
    }
  }

  @Service
  @Public(reason = WHY)
  @Validated
  @GroupSequence({Strict.class, SpringsDepot.class})
  public static class SpringsDepot {
    public String read(@Size(max = 3, groups = Strict.class) String v) {
      return "read " + v;
    }
  }

  /** The control: without a guard. */
  @Service
  @Validated
  @GroupSequence({Strict.class, PlainDepot.class})
  public static class PlainDepot {
    public String read(@Size(max = 3, groups = Strict.class) String v) {
      return "read " + v;
    }
  }

  @Service
  @Public(reason = WHY)
  @ValidatedInput
  @GroupSequenceProvider(Groups.class)
  public static class ProvidedDepot {
    public String read(@Size(max = 3, groups = Strict.class) String v) {
      return "read " + v;
    }
  }

  public static class Groups implements DefaultGroupSequenceProvider<ProvidedDepot> {
    @Override
    public List<Class<?>> getValidationGroups(Class<?> type, @Nullable ProvidedDepot depot) {
      return List.of(Strict.class, ProvidedDepot.class);
    }
  }

  @RestController
  @Public(reason = WHY)
  public static class Front {
    private final Depot depot;
    private final SpringsDepot springs;
    private final PlainDepot plain;
    private final ProvidedDepot provided;

    public Front(Depot depot, SpringsDepot springs, PlainDepot plain, ProvidedDepot provided) {
      this.depot = depot;
      this.springs = springs;
      this.plain = plain;
      this.provided = provided;
    }

    @GetMapping("/sequenced/depot")
    public String depot(@RequestParam String v) {
      return depot.read(v);
    }

    @GetMapping("/sequenced/springs")
    public String springs(@RequestParam String v) {
      return springs.read(v);
    }

    @GetMapping("/sequenced/plain")
    public String plain(@RequestParam String v) {
      return plain.read(v);
    }

    @GetMapping("/sequenced/provided")
    public String provided(@RequestParam String v) {
      return provided.read(v);
    }
  }

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
}
