package dev.gatewright.spring.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.RefusedStart;
import dev.gatewright.spring.WithoutProcessor;
import dev.gatewright.spring.startup.StartUpException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotations that bear ours, in a library that was compiled without the processor. */
class BorneAnnotationTest {
  private static final String SOURCE =
      """
      package lib;
      import dev.gatewright.*;
      import java.lang.annotation.*;
      %s
      @Retention(RetentionPolicy.RUNTIME) @interface Outer { }
      @Outer @Retention(RetentionPolicy.RUNTIME) @Secured @interface AdminOnly { }
      @Retention(RetentionPolicy.RUNTIME) @AdminOnly @interface Far { }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public class Service { @AdminOnly public void wipe() {} }",
        "@AdminOnly public class Service { public void wipe() {} }",
        "@Far public class Service { public void wipe() {} }",
        "public class Service { @Far void wipe() {} }",
        "public class Service extends Base {} class Base { @AdminOnly public void wipe() {} }",
        "public class Service implements Says { public void wipe() {} }"
            + " interface Says { @Far void wipe(); }"
      })
  void oneStopsTheStartByName(String service) {
    Class<?> type = WithoutProcessor.compile("lib.Service", SOURCE.formatted(service));

    StartUpException refused =
        RefusedStart.refused(List.of(StaleGuardTest.Empty.class, type), RefusedStart.jwtAnd());

    assertThat(refused.problem()).containsPattern("lib\\.(AdminOnly|Far), which bears @Secured");
    assertThat(refused.fix()).contains("write @Secured on the class or method itself");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public class Service { public void wipe() {} } @Secured @AdminOnly @interface Unused {}",
        "@Outer public class Service { public void wipe() {} }"
      })
  void onesThatNothingBearsAreIgnored(String service) {
    Class<?> type = WithoutProcessor.compile("lib.Service", SOURCE.formatted(service));

    StaleGuardTest.starts(type);
  }
}
