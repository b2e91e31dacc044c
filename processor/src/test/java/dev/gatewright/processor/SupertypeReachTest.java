package dev.gatewright.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping that a class adds takes nothing away from what its supertypes secure. */
class SupertypeReachTest {
  private static final String IMPORTS =
      """
      package bank;
      import dev.gatewright.*;
      import jakarta.servlet.http.*;
      import org.springframework.stereotype.*;
      import org.springframework.web.bind.annotation.*;
      """;

  private static final String CONTROLLER =
      """
      @RestController class Ops %s {
        @GetMapping("/status") @Secured public String status() { return ""; }
        public String purge() { return ""; }
        public String help() { return ""; }
      }
      """;

  private static final List<JavaFileObject> STUBS =
      List.of(
          JavaFileObjects.forSourceString(
              "org.springframework.stereotype.Service",
              "package org.springframework.stereotype; public @interface Service {}"),
          JavaFileObjects.forSourceString(
              "org.springframework.stereotype.Controller",
              "package org.springframework.stereotype; public @interface Controller {}"),
          JavaFileObjects.forSourceString(
              "jakarta.servlet.Servlet", "package jakarta.servlet; public interface Servlet {}"),
          JavaFileObjects.forSourceString(
              "jakarta.servlet.http.HttpServlet",
              """
              package jakarta.servlet.http;
              public abstract class HttpServlet implements jakarta.servlet.Servlet {
                protected void doGet(String request) {}
                protected long getLastModified(String request) { return -1; }
              }
              """));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Secured interface Admin { String purge(); }",
        "@Public(reason = \"x\") @RateLimited(permits = 1, per = \"1s\", key = LimitKey.ADDRESS)"
            + " interface Admin { String purge(); }",
        "@Secured @ValidatedInput interface Admin { String purge(); }",
        "interface Base { String purge(); } @Secured interface Admin extends Base {}",
        "@Secured interface Base { String purge(); } interface Admin extends Base {}",
        "@Secured interface Admin { default String purge() { return \"\"; } }"
      })
  void whatASecuredInterfacePromisesIsGuardedBesideMappedMethods(String supertype) {
    String guard = guard(supertype + CONTROLLER.formatted("implements Admin"));

    assertThat(guard).contains("super.purge()").doesNotContain("super.help()");
  }

  @Test
  void publicMethodsOfASecuredSuperclassAreGuardedBesideMappedMethods() {
    String guard =
        guard(
            """
            @Secured abstract class Admin {
              public String purge() { return ""; }
              protected String format(String text) { return text; }
              protected String inner() { return ""; }
            }
            """
                + CONTROLLER.formatted("extends Admin"));

    assertThat(guard).contains("super.purge()").doesNotContain("super.inner()");
  }

  @Test
  void helpersOfASuperclassThatHasMappedMethodsItselfAreNot() {
    String guard =
        guard(
            """
            @Secured abstract class Admin {
              @GetMapping("/version") public String version() { return ""; }
              public String purge() { return ""; }
            }
            """
                + CONTROLLER.formatted("extends Admin"));

    assertThat(guard).contains("super.version()").doesNotContain("super.purge()");
  }

  @Test
  void whatASecuredInterfacePromisesIsGuardedInAServletToo() {
    String guard =
        guard(
            """
            @Secured interface Admin { String purge(); }
            @Secured class Ops extends HttpServlet implements Admin {
              @Override protected void doGet(String q) {}
              public String purge() { return ""; }
              public String help() { return ""; }
            }
            """);

    assertThat(guard).contains("super.purge()").doesNotContain("super.help()");
  }

  @Test
  void aServiceIsSecuredAsAWholeThoughAnInterfaceOfItsHasMappedMethods() {
    String guard =
        guard(
            """
            interface Payments { @PostMapping("/payments") String pay(@RequestParam String to); }
            @Service @Secured class Ops implements Payments {
              public String pay(String to) { return ""; }
              public String refundAll() { return ""; }
            }
            """);

    assertThat(guard).contains("super.pay(to)").contains("super.refundAll()");
  }

  /** Spring 5 served it for a mapping on the type; since then it is a service. */
  @Test
  void aServiceIsSecuredAsAWholeThoughItsOwnMethodsAreMapped() {
    String guard =
        guard(
            """
            @Service @RequestMapping("/payments") @Secured class Ops {
              @PostMapping("/one") public String pay(@RequestParam String to) { return ""; }
              public String refundAll() { return ""; }
            }
            """);

    assertThat(guard).contains("super.pay(to)").contains("super.refundAll()");
  }

  @Test
  void helpersOfAControllersSuperclassWithMappedMethodsAreNot() {
    String guard =
        guard(
            """
            @Secured class Admin {
              @GetMapping("/version") public String version() { return ""; }
              public String purge() { return ""; }
            }
            """
                + CONTROLLER.formatted("extends Admin"));

    assertThat(guard).contains("super.version()").doesNotContain("super.purge()");
  }

  @Test
  void aControllerOfThatInterfaceIsNot() {
    String guard =
        guard(
            """
            interface Payments { @PostMapping("/payments") String pay(@RequestParam String to); }
            @RestController @Secured class Ops implements Payments {
              public String pay(String to) { return ""; }
              public String refundAll() { return ""; }
            }
            """);

    assertThat(guard).contains("super.pay(to)").doesNotContain("super.refundAll()");
  }

  @Test
  void aControllerThatExtendsSuchAServiceOpensNoneOfItsMethods() {
    String guard =
        guard(
            """
            interface Payments { @PostMapping("/payments") String pay(@RequestParam String to); }
            @Service @Secured class Local implements Payments {
              public String pay(String to) { return ""; }
              public String refundAll() { return ""; }
            }
            @RestController class Ops extends Local {
              @GetMapping("/status") @Secured public String status() { return ""; }
              public String help() { return ""; }
            }
            """);

    assertThat(guard).contains("super.refundAll()").doesNotContain("super.help()");
  }

  @Test
  void norDoesOneWhoseSuperclassIsSecuredByAnInterfaceWithMappedMethods() {
    String guard =
        guard(
            """
            interface Payments { @PostMapping("/payments") String pay(@RequestParam String to); }
            @Secured interface Till extends Payments { String refundAll(); }
            @Service class Local implements Till {
              public String pay(String to) { return ""; }
              public String refundAll() { return ""; }
            }
            @RestController class Ops extends Local {}
            """);

    assertThat(guard).contains("super.refundAll()");
  }

  @Test
  void aServletIsAskedForItsLastModificationThroughItsGuard() {
    String guard =
        guard(
            """
            @Secured class Ops extends HttpServlet {
              @Override protected void doGet(String q) {}
              @Override protected long getLastModified(String q) { return 1; }
            }
            """);

    assertThat(guard).contains("super.getLastModified(q)");
  }

  private static String guard(String source) {
    Compilation compilation =
        javac()
            .withProcessors(new GuardProcessor())
            .compile(
                Stream.concat(
                        Stream.of(JavaFileObjects.forSourceString("bank.Ops", IMPORTS + source)),
                        STUBS.stream())
                    .toList());
    assertThat(compilation).succeeded();
    return compilation.generatedSourceFile("bank.OpsGuard").map(SupertypeReachTest::text).get();
  }

  private static String text(JavaFileObject file) {
    try {
      return file.getCharContent(false).toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
