package dev.gatewright.spring.guard;

import static dev.gatewright.spring.guard.StaleGuardTest.isRefused;
import static dev.gatewright.spring.guard.StaleGuardTest.recompiled;
import static dev.gatewright.spring.guard.StaleGuardTest.starts;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an annotation of a type reaches is decided by the class that is loaded. */
class LostMappingTest {
  private static final String IMPORTS =
      """
      package stale;
      import dev.gatewright.*;
      import org.springframework.beans.factory.annotation.Autowired;
      import org.springframework.stereotype.*;
      import org.springframework.web.bind.annotation.*;
      import org.springframework.web.service.annotation.*;
      """;

  private static final String SERVICE =
      "@Service @Secured public class Desk { public String a() { return null; }"
          + " public void wipe() {} }";

  static Stream<Arguments> reachMore() {
    return Stream.of(
        arguments(
            "@RestController @Secured public class Desk { @GetMapping(\"/a\") public String a()"
                + " { return null; } public void wipe() {} }",
            SERVICE),
        arguments(
            "@RestController @Secured public class Desk { @GetExchange(\"/a\") public String a()"
                + " { return null; } public void wipe() {} }",
            "@Service @Secured public class Desk { @GetExchange(\"/a\") public String a()"
                + " { return null; } public void wipe() {} }"),
        arguments(
            "@RestController @Secured public class Desk implements Says { public String a()"
                + " { return null; } public void wipe() {} }"
                + " interface Says { @GetMapping(\"/a\") String a(); }",
            "@Service @Secured public class Desk implements Says { public String a()"
                + " { return null; } public void wipe() {} }"
                + " interface Says { @GetMapping(\"/a\") String a(); }"),
        arguments(
            "@RestController public class Desk extends Base { @GetMapping(\"/b\") public void b()"
                + " {} } @Secured class Base { @GetMapping(\"/a\") public String a()"
                + " { return null; } public void wipe() {} }",
            "@RestController public class Desk extends Base { @GetMapping(\"/b\") public void b()"
                + " {} } @Secured class Base { public String a() { return null; }"
                + " public void wipe() {} }"),
        arguments(
            "@RestController @Secured public class Desk { @GetMapping(\"/a\") public void a() {}"
                + " public void wipe() {} }",
            "@RestController @Secured public class Desk { @GetMapping(\"/a\") public void a() {}"
                + " @PostMapping(\"/wipe\") public void wipe() {} }"),
        arguments(
            "@Component(\"desk\") @Secured public class Desk extends jakarta.servlet.GenericServlet"
                + " { public void service(jakarta.servlet.ServletRequest a,"
                + " jakarta.servlet.ServletResponse b) {} public void wipe() {} }",
            "@Component(\"desk\") @Secured public class Desk { public void service("
                + "jakarta.servlet.ServletRequest a, jakarta.servlet.ServletResponse b) {}"
                + " public void wipe() {} }"));
  }

  @ParameterizedTest
  @MethodSource("reachMore")
  void aMethodThatTheAnnotationReachesByNowStopsTheStart(String before, String after) {
    isRefused(recompiled(IMPORTS + before, IMPORTS + after));
  }

  /** The annotation reaches as much as it did. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        SERVICE,
        "@RestController @Secured public class Desk { @GetMapping(\"/a\") public void a() {}"
            + " public void help() {} }",
        "@Component @Secured public class Desk { @GetMapping(\"/a\") public void a() {}"
            + " public void help() {} }",
        "@RestController public class Desk extends Base { @GetMapping(\"/b\") @Secured public void"
            + " b() {} public void help() {} } @Secured class Base { @Autowired(required = false)"
            + " public void set(java.time.Clock[] a) {} public void a() {} void own() {} }",
        "@RestController public class Desk extends Base<String> implements Says<Long> {"
            + " @Override public String a(Long id) { return null; }"
            + " @Override public String b(String id) { return null; } public void help() {} }"
            + " @Secured class Base<T> { public T b(T id) { return id; } }"
            + " interface Says<I> { @Secured @GetMapping(\"/a\") Object a(@RequestParam I id); }",
        "@Service public class Desk implements Says { public void a() {} public void b() {} }"
            + " @Secured interface Says { @GetMapping(\"/a\") void a(); default void b() {} }"
      })
  void theSameClassStarts(String source) {
    starts(recompiled(IMPORTS + source, IMPORTS + source));
  }
}
