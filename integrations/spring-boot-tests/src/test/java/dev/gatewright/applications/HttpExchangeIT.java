package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that serve requests and that their class's guard knows nothing of. */
class HttpExchangeIT {
  private static final String INTERFACE =
      """
      package exchange;
      import org.springframework.web.service.annotation.*;
      @HttpExchange("/exchange")
      public interface Api {
        @GetExchange("/secret") String secret();
      }
      """;

  private static final String UNGUARDED =
      """
      package exchange;
      import org.springframework.web.bind.annotation.*;
      @RestController
      public class Implementation implements Api {
        @Override public String secret() { return "%s"; }
      }
      """
          .formatted(Secret.TEXT);

  /** Its guard was generated before it had the other method. */
  private static final String HALF_GUARDED =
      """
      package exchange;
      import dev.gatewright.*;
      import org.springframework.web.bind.annotation.*;
      @RestController
      public class Half %s {
        @GetMapping("/half") @Secured(roles = "keeper") public String half() { return "half"; }
        %s
      }
      """;

  private static final String OTHER_METHOD =
      "@Override public String secret() { return \"%s\"; }".formatted(Secret.TEXT);

  /** The guard knows the method of the wider parameter only. */
  private static final String OVERLOADED =
      """
      package exchange;
      import dev.gatewright.*;
      import org.springframework.web.bind.annotation.*;
      @RestController
      public class Overloaded {
        @GetMapping("/wide") @Secured(roles = "keeper")
        public String find(@RequestParam %s id) { return "wide"; }
        %s
      }
      """;

  private static final String OVERLOAD =
      """
      @GetMapping("/narrow") public String find(@RequestParam %s id) { return "%s"; }
      """;

  private static final String SHARED =
      """
      package exchange;
      import dev.gatewright.Secured;
      import org.springframework.web.service.annotation.*;
      @HttpExchange("/exchange")
      public interface Shared {
        @GetExchange("/secret") @Secured(roles = "keeper") String secret();
      }
      """;

  private static final String IMPORTED =
      """
      package exchange;
      import org.springframework.context.annotation.Configuration;
      import org.springframework.web.service.registry.ImportHttpServices;
      @Configuration(proxyBeanMethods = false)
      @ImportHttpServices(types = Shared.class)
      public class Clients {}
      """;

  private static final String MADE =
      """
      package exchange;
      import java.lang.reflect.Proxy;
      import org.springframework.context.annotation.*;
      @Configuration(proxyBeanMethods = false)
      public class Clients {
        @Bean %s shared() {
          return (Shared) Proxy.newProxyInstance(
              Clients.class.getClassLoader(), new Class<?>[] {Shared.class}, (a, b, c) -> null);
        }
      }
      """;

  @ParameterizedTest
  @MethodSource("clients")
  void aClientOfASharedInterfaceSaysWhereTheAnnotationsBelong(String clients) {
    Class<?>[] classes =
        WithoutProcessor.compile("exchange.Shared", SHARED, "exchange.Clients", clients);

    assertThat(Application.of(classes[1]).refused())
        .hasMessageContaining("exchange.Shared")
        .hasMessageContaining("put the annotations on the controller")
        .message()
        .doesNotContain("SharedGuard", "$Proxy");
  }

  static Stream<String> clients() {
    return Stream.of(IMPORTED, MADE.formatted("Shared"), MADE.formatted("Object"));
  }

  @Test
  void aControllerWithoutAGuardStopsTheStart() {
    Class<?>[] classes =
        WithoutProcessor.compile("exchange.Api", INTERFACE, "exchange.Implementation", UNGUARDED);

    assertThat(Application.of(classes[1]).refused())
        .hasMessageContaining("exchange.Implementation")
        .hasMessageContaining("gatewright.exemptions");
  }

  @Test
  void theSameControllerAnswersWhereItIsExempt() {
    Class<?>[] classes =
        WithoutProcessor.compile("exchange.Api", INTERFACE, "exchange.Implementation", UNGUARDED);

    try (RunningApplication running =
        Application.of(classes[1]).exempting("exchange.Implementation").start()) {
      running.get("/exchange/secret").isTheSecret();
    }
  }

  @Test
  void aMethodThatTheGuardDoesNotKnowStopsTheStart() {
    Class<?>[] classes =
        WithoutProcessor.compileAgain(
            "exchange.Half",
            HALF_GUARDED.formatted("", ""),
            "exchange.Api",
            INTERFACE,
            "exchange.Half",
            HALF_GUARDED.formatted("implements Api", OTHER_METHOD));

    assertThat(Application.of(classes[1]).refused())
        .hasMessageContaining("exchange.Half")
        .hasMessageContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Object,String",
        "CharSequence,String",
        "Number,Integer",
        "Comparable<String>,String",
        "java.util.Collection<String>,java.util.List<String>"
      })
  void anOverloadThatTheGuardDoesNotKnowStopsTheStart(String types) {
    String wide = types.substring(0, types.indexOf(','));
    String narrow = types.substring(types.indexOf(',') + 1);
    Class<?>[] classes =
        WithoutProcessor.compileAgain(
            "exchange.Overloaded",
            OVERLOADED.formatted(wide, ""),
            "exchange.Overloaded",
            OVERLOADED.formatted(wide, OVERLOAD.formatted(narrow, Secret.TEXT)));

    assertThat(Application.of(classes[0]).refused())
        .hasMessageContaining("exchange.Overloaded")
        .hasMessageContaining("find");
  }
}
