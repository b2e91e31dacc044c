package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.GroupSequence;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.group.GroupSequenceProvider;
import org.hibernate.validator.spi.group.DefaultGroupSequenceProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
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

  /** The guard cannot name the group. */
  @Service
  @Public(reason = WHY)
  @ValidatedInput
  @GroupSequence({HiddenDepot.Hidden.class, HiddenDepot.class})
  public static class HiddenDepot {
    private interface Hidden {}

    public String read(@Size(max = 3, groups = Hidden.class) String v) {
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

    public Front(Depot depot, SpringsDepot springs, PlainDepot plain) {
      this.depot = depot;
      this.springs = springs;
      this.plain = plain;
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
  }
}
