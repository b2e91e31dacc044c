package dev.gatewright.spring.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewright.Secured;
import dev.gatewright.spring.WithoutProcessor;
import dev.gatewright.spring.startup.StartUpException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of a bean without a guard names only what can be written in code. */
public class MissingGuardTest {
  private static final String KEPT = "dev.gatewright.spring.bean.MissingGuardTest$Kept";
  private static final String NAMED =
      "Fix: write it as a named class, at the top level or static in another, so that the processor"
          + " generates its guard, and let it be found by component scan.";

  private static final Class<?> MAKER =
      WithoutProcessor.compile(
          "shared.Maker",
          """
          package shared;
          import dev.gatewright.Secured;
          import java.util.function.Supplier;
          public class Maker {
            public interface Api { @Secured String open(); }
            public abstract static class Base { @Secured public String open() { return ""; } }
            public static class Unprocessed { @Secured public String open() { return ""; } }
            public static class Extended extends dev.gatewright.spring.bean.MissingGuardTest.Kept {}
            public static Api lambda() { return () -> ""; }
            public static Object anonymous() {
              return new Object() { @Secured public String open() { return ""; } };
            }
            public static Object local() {
              class Local { @Secured public String open() { return ""; } }
              return new Local();
            }
            public static java.lang.invoke.MethodHandles.Lookup lookup() {
              return java.lang.invoke.MethodHandles.lookup();
            }
          }
          """);

  /** Has a guard. */
  public static class Kept {
    @Secured
    public String open() {
      return "";
    }
  }

  private static Object made(String method) {
    try {
      return MAKER.getMethod(method).invoke(null);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }

  private static Class<?> nested(String name) {
    try {
      return Class.forName("shared.Maker$" + name, false, MAKER.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Class<?> hidden() {
    try (InputStream bytes =
        MAKER.getClassLoader().getResourceAsStream("shared/Maker$Unprocessed.class")) {
      MethodHandles.Lookup lookup = (MethodHandles.Lookup) made("lookup");
      return lookup.defineHiddenClass(bytes.readAllBytes(), false).lookupClass();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static Stream<Arguments> shapes() {
    Class<?> api = nested("Api");
    String onTheController =
        "Fix: put the annotations on the controller, or other class, that answers, not on"
            + " shared.Maker$Api, which others implement; or let a named class implement it, and be"
            + " found by component scan.";
    return Stream.of(
        arguments(
            Kept.class,
            KEPT,
            "Fix: return new MissingGuardTest_KeptGuard(...), which takes the same arguments, the"
                + " Gate, and the policies, or let the class be found by component scan."),
        arguments(
            nested("Extended"),
            "shared.Maker$Extended, which extends the guarded class " + KEPT,
            "Fix: return new MissingGuardTest_KeptGuard(...); or, if the subclass is needed,"
                + " compile it with the annotation processor, too, and let it be found by component"
                + " scan."),
        arguments(
            nested("Base"),
            "the abstract class shared.Maker$Base",
            "Fix: let the concrete class be found by component scan; or return its guard, and"
                + " declare the guard as the type of what is made."),
        arguments(api, "the interface shared.Maker$Api", onTheController),
        arguments(
            Proxy.newProxyInstance(
                    MAKER.getClassLoader(),
                    new Class<?>[] {api, Function.class},
                    (proxy, method, arguments) -> null)
                .getClass(),
            "a proxy of shared.Maker$Api",
            onTheController),
        arguments(
            made("lambda").getClass(),
            "a lambda in shared.Maker that implements shared.Maker$Api",
            NAMED),
        arguments(made("anonymous").getClass(), "an anonymous class in shared.Maker", NAMED),
        arguments(made("local").getClass(), "the local class Local in shared.Maker", NAMED),
        arguments(hidden(), "a hidden class that was defined as shared.Maker$Unprocessed", NAMED));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void eachShapeOfABeanHasItsOwnFix(Class<?> type, String described, String fix) {
    StartUpException refused = MissingGuard.madeByApplication(type, "own", "A supplier");

    assertThat(refused)
        .hasMessage(
            "A supplier makes the bean 'own' of "
                + described
                + ", which bears Gatewright's annotations, without its guard. "
                + fix);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void noNameOfAClassThatCannotBeWrittenIsNamed(Class<?> type, String described, String fix) {
    assertThat(MissingGuard.notGenerated(type, "own"))
        .hasMessageContaining(described)
        .message()
        .doesNotContain("$Proxy", "$$Lambda", "0x", "Maker$1", "ApiGuard");
  }

  @Test
  void whereTheProcessorDidNotRunItIsNamedFirst() {
    assertThat(MissingGuard.madeByApplication(nested("Unprocessed"), "own", "A supplier"))
        .hasMessageContaining("shared.Maker_UnprocessedGuard was not generated")
        .hasMessageContaining("gatewright-processor");
  }
}
