package dev.gatewright.applications.container;

import dev.gatewright.Public;
import dev.gatewright.applications.vault.Keeper;
import dev.gatewright.applications.vault.Tells;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.util.Lazy;
import org.springframework.data.util.Pair;
import org.springframework.data.util.Streamable;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keepers without their guards that singletons keep in objects of Spring's. */
public final class HeldBySpring {
  private static final String WHY = "the keeper is guarded";

  private HeldBySpring() {}

  @RestController
  public static class InLazy {
    private final Lazy<Tells> keeper = Lazy.of(new Keeper());

    @GetMapping("/held")
    @Public(reason = WHY)
    public String ask() {
      return keeper.get().tell();
    }
  }

  /** Has been asked already. */
  @RestController
  public static class InResolvedLazy {
    private final Lazy<Tells> keeper = Lazy.of((Supplier<Tells>) Keeper::new);

    public InResolvedLazy() {
      keeper.get();
    }

    @GetMapping("/held")
    @Public(reason = WHY)
    public String ask() {
      return keeper.get().tell();
    }
  }

  @RestController
  public static class InPair {
    private final Pair<String, Tells> keeper = Pair.of("first", new Keeper());

    @GetMapping("/held")
    @Public(reason = WHY)
    public String ask() {
      return keeper.getSecond().tell();
    }
  }

  @RestController
  public static class InStreamable {
    private final Streamable<Tells> keepers = Streamable.of(new Keeper());

    @GetMapping("/held")
    @Public(reason = WHY)
    public String ask() {
      return keepers.iterator().next().tell();
    }
  }

  @RestController
  public static class InEvaluationContext {
    private final StandardEvaluationContext keeper = new StandardEvaluationContext(new Keeper());

    @GetMapping("/held")
    @Public(reason = WHY)
    public String ask() {
      return Objects.requireNonNull(
          new SpelExpressionParser().parseExpression("tell()").getValue(keeper, String.class));
    }
  }

  @RestController
  public static class InPropertySource {
    private final MapPropertySource keepers =
        new MapPropertySource("keepers", Map.of("first", new Keeper()));

    @GetMapping("/held")
    @Public(reason = WHY)
    public String ask() {
      return ((Tells) Objects.requireNonNull(keepers.getProperty("first"))).tell();
    }
  }
}
