package dev.gatewright.spring.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Secured;
import dev.gatewright.spring.RefusedStart;
import dev.gatewright.spring.WithoutProcessor;
import dev.gatewright.spring.startup.StartUpException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Libraries whose class loader has other annotations of Gatewright's than the application. */
class AnnotationCopiesTest {
  private static final String SOURCE =
      """
      package lib;
      import dev.gatewright.*;
      import java.lang.annotation.*;
      %s
      @Retention(RetentionPolicy.RUNTIME) @Secured @interface AdminOnly {}
      """;

  private static final List<String> ANNOTATED =
      List.of(
          "public class Pay { @Secured(roles = \"admin\") public void refund() {} }",
          "@Secured public class Pay { public void refund() {} }",
          "public class Pay { @RateLimited(permits = 1, per = \"1m\") @RateLimited(permits = 9, per"
              + " = \"1h\") public void refund() {} }",
          "public class Pay extends Base {} class Base { @ValidatedInput public void refund() {} }",
          "public class Pay implements Says { public void refund() {} }"
              + " interface Says { @Public(reason = \"x\") void refund(); }",
          "public class Pay { @AdminOnly public void refund() {} }");

  static Stream<String> annotated() {
    return ANNOTATED.stream();
  }

  /** Loads what is not the application's itself, as containers load web applications. */
  private static final class Shared extends URLClassLoader {
    private final boolean hasCopy;

    Shared(URL[] urls, boolean hasCopy) {
      super(urls, AnnotationCopiesTest.class.getClassLoader());
      this.hasCopy = hasCopy;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      boolean annotation = name.matches("dev\\.gatewright\\.[A-Z][\\w$]*");
      if (annotation && !hasCopy) {
        throw new ClassNotFoundException(name);
      }
      if (!annotation && !name.startsWith("lib.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  private static Class<?> shared(String pay, boolean hasCopy) throws Exception {
    Class<?> compiled = WithoutProcessor.compile("lib.Pay", SOURCE.formatted(pay));
    URL classes = ((URLClassLoader) compiled.getClassLoader()).getURLs()[0];
    URL copy = Secured.class.getProtectionDomain().getCodeSource().getLocation();
    return new Shared(new URL[] {classes, copy}, hasCopy).loadClass("lib.Pay");
  }

  private static void isRefused(Class<?> pay) {
    StartUpException refused =
        RefusedStart.refused(List.of(StaleGuardTest.Empty.class, pay), RefusedStart.jwtAnd());

    assertThat(refused.problem())
        .containsPattern("lib\\.(Pay|Base|Says|AdminOnly) bears @dev\\.gatewright\\.")
        .contains("class loader has another copy");
    assertThat(refused.fix()).contains("have gatewright-annotations once");
  }

  @ParameterizedTest
  @MethodSource("annotated")
  void anotherCopyStopsTheStart(String pay) throws Exception {
    isRefused(shared(pay, true));
  }

  /** The virtual machine leaves annotations out whose classes it does not find. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4})
  void noneAtAllStopsTheStart(int pay) throws Exception {
    isRefused(shared(ANNOTATED.get(pay), false));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLibraryWithoutAnnotationsStarts(boolean hasCopy) throws Exception {
    StaleGuardTest.starts(shared("public class Pay { public void refund() {} }", hasCopy));
  }
}
