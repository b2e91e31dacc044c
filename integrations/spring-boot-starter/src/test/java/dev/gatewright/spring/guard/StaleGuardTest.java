package dev.gatewright.spring.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewright.spring.RefusedStart;
import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.WithoutProcessor;
import dev.gatewright.spring.startup.StartUpException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** Guards that were generated for an earlier version of the class they guard. */
class StaleGuardTest {
  private static final String IMPORTS =
      """
      package stale;
      import dev.gatewright.*;
      import dev.gatewright.runtime.caller.Caller;
      import jakarta.validation.groups.Default;
      import org.springframework.stereotype.Component;
      import org.springframework.web.bind.annotation.*;
      """;

  private static final String CONTROLLER =
      IMPORTS
          + """
          @RestController
          %s
          public class Desk extends Base {
            @Override @GetMapping("/desk") %s
            public String tell(@RequestParam(required = false) String word) { return "gold"; }
          }
          %s
          class Base {
            %s
            public String tell(String word) { return ""; }
          }
          class Owns { public boolean permits(Caller caller) { return true; } }
          class Other { public boolean permits(Caller caller) { return true; } }
          class Key { public String key(Caller caller, String word) { return word; } }
          """;

  private static final String SERVICE =
      IMPORTS
          + """
          @Component @Secured
          public class Desk %s {
            public String tell(String word) { return word; }
            %s
          }
          interface Says { %s }
          """;

  private static final String METHODS =
      IMPORTS
          + """
          import java.util.*;
          @Component
          public class Desk extends Base<String> implements Says<String> {
            %s
          }
          class Base<T> {
            %s
          }
          interface Says<T> {}
          """;

  static Class<?> recompiled(String before, String after) {
    return WithoutProcessor.compileAgain("stale.Desk", before, after);
  }

  private static String controller(String annotations) {
    List<String> parts = List.of(annotations.split("\\|", -1));
    return CONTROLLER.formatted(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
  }

  static void isRefused(Class<?> desk) {
    StartUpException refused =
        RefusedStart.refused(List.of(Empty.class, desk), RefusedStart.jwtAnd());

    assertThat(refused.problem()).contains("stale.DeskGuard is older", "stale.Desk");
    assertThat(refused.fix()).contains("compile stale.Desk again");
  }

  /** Annotations of the type, of its method, of its supertype and of the method it overrides. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "|@Public(reason = \"x\")||; |@Secured||",
        "|@Secured||; |@Public(reason = \"x\")||",
        "|@Public(reason = \"x\")||; @Secured|||",
        "|@Secured||; |@Secured(roles = \"a\")||",
        "|@Secured||; |@Secured|@Secured(roles = \"a\")|",
        "|@Secured||; |@Secured||@Secured(roles = \"a\")",
        "|@Secured(roles = \"a\")||; |@Secured(roles = {\"a\", \"b\"})||",
        "|@Secured(roles = \"a\")||; |@Secured||",
        "|@Secured(scopes = \"a\")||; |@Secured(scopes = \"b\")||",
        "|@Secured||; |@Secured(schemes = Scheme.DPOP)||",
        "|@Secured||; |@Secured(mfa = true)||",
        "|@Secured||; |@Secured(acr = \"gold\")||",
        "|@Secured||; |@Secured(maxAuthAge = \"5m\")||",
        "|@Secured(maxAuthAge = \"5m\")||; |@Secured(maxAuthAge = \"1m\")||",
        "|@Secured||; |@Secured(policies = Owns.class)||",
        "|@Secured(policies = Owns.class)||; |@Secured(policies = Other.class)||",
        "|@Secured||; |@Secured @RateLimited(permits = 1, per = \"1m\")||",
        "|@Secured @RateLimited(permits = 9, per = \"1m\")||;"
            + " |@Secured @RateLimited(permits = 1, per = \"1m\")||",
        "|@Secured @RateLimited(permits = 9, per = \"1m\")||;"
            + " |@Secured @RateLimited(permits = 9, per = \"1h\")||",
        "|@Secured @RateLimited(permits = 9, per = \"1m\")||;"
            + " |@Secured @RateLimited(permits = 9, per = \"1m\", key = LimitKey.ADDRESS)||",
        "|@Secured @RateLimited(permits = 9, per = \"1m\")||;"
            + " |@Secured @RateLimited(permits = 9, per = \"1m\", strategy ="
            + " Strategy.FIXED_WINDOW)||",
        "|@Secured @RateLimited(permits = 9, per = \"1m\")||;"
            + " |@Secured @RateLimited(permits = 9, per = \"1m\", keyedBy = Key.class)||",
        "|@Secured @RateLimited(permits = 9, per = \"1m\")||;"
            + " |@Secured @RateLimited(permits = 9, per = \"1m\", cost = 2)||",
        "|@Secured @RateLimited(permits = 9, per = \"1m\")||;"
            + " |@Secured @RateLimited(permits = 9, per = \"1m\") @RateLimited(permits = 90, per ="
            + " \"1h\")||",
        "|@Secured @RateLimited(permits = 9, per = \"1m\", onOutage = OnOutage.IN_PROCESS)||;"
            + " |@Secured @RateLimited(permits = 9, per = \"1m\")||",
        "|@Secured||; |@Secured @ValidatedInput||",
        "|@Secured @ValidatedInput||; |@Secured @ValidatedInput(maxBodyBytes = 9)||",
        "|@Secured @ValidatedInput||; |@Secured @ValidatedInput(maxDepth = 2)||",
        "|@Secured @ValidatedInput||; |@Secured @ValidatedInput(groups = Default.class)||"
      })
  void aGuardOfOtherAnnotationsStopsTheStart(String before, String after) {
    isRefused(recompiled(controller(before), controller(after)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| public void own() {}| ''",
        "''| protected void own() {}| ''",
        "''| void own() {}| ''",
        "''| public String tell(CharSequence word) { return \"\"; }| ''",
        "implements Says| ''| default void say() {}",
        "implements Says| public void say() {}| void say();"
      })
  void aMethodThatTheGuardOfItsTypeDoesNotKnowStopsTheStart(
      String supertype, String method, String ofSupertype) {
    isRefused(
        recompiled(
            SERVICE.formatted("", "", ""), SERVICE.formatted(supertype, method, ofSupertype)));
  }

  private static String methods(String own) {
    List<String> parts = List.of(own.split("\\|", -1));
    return METHODS.formatted(parts.get(0), parts.get(1));
  }

  /** The virtual machine calls the class's own method, as the guard overrides another one. */
  @ParameterizedTest
  @MethodSource("noLongerOverridden")
  void aMethodThatTheGuardNoLongerOverridesStopsTheStart(String before, String after) {
    isRefused(recompiled(methods(before), methods(after)));
  }

  static Stream<Arguments> noLongerOverridden() {
    return Stream.of(
        arguments(
            "@Secured public Collection<String> tell() { return null; }|",
            "@Secured public List<String> tell() { return null; }|"),
        arguments(
            "@Secured public Object tell() { return null; }|",
            "@Secured public int tell() { return 1; }|"),
        arguments(
            "@Secured String tell() { return null; }|",
            "@Secured static String tell() { return null; }|"),
        arguments(
            "@Secured String tell() { return null; }|",
            "@Secured private String tell() { return null; }|"),
        arguments(
            "|@Secured public T tell(T a) { return a; }",
            "|@Secured public List<T> tell(T a) { return null; }"),
        arguments(
            "|@Secured public T tell(T a) { return a; }",
            "|@Secured public static Object tell(Object a) { return a; }"),
        arguments(
            "@Secured public void tell(String from, String to) {}|",
            "@Secured public void tell(String to, String from) {}|"),
        arguments(
            "|@Secured public void tell(String from, String to) {}",
            "|@Secured public void tell(String to, String from) {}"),
        arguments(
            "@Secured public void tell(String from, String to) {}|",
            "@Secured public void tell(String sender, String to) {}|"));
  }

  @ParameterizedTest
  @MethodSource("stillOverridden")
  void aMethodThatTheGuardStillOverridesStarts(String before, String after) {
    starts(recompiled(methods(before), methods(after.isEmpty() ? before : after)));
  }

  static Stream<Arguments> stillOverridden() {
    return Stream.of(
        arguments(
            "@Override @Secured public List<String> tell() { return null; }|"
                + " public Collection<T> tell() { return null; }",
            ""),
        arguments(
            "@Override @Secured public String tell(String a) { return a; }|"
                + " public T tell(T a) { return a; }",
            ""),
        arguments("|@Secured public T tell(T a) { return a; }", ""),
        arguments("|@Secured public List<T> tell(Map<T, T[]> a) { return null; }", ""),
        arguments("|@Secured protected <E extends Number> E tell(E a, T b) { return a; }", ""),
        arguments("@Secured public void tell(String gate) {}|", ""));
  }

  /** The guard of a type overrides what it returned when the guard was generated. */
  @ParameterizedTest
  @ValueSource(strings = {"public List<String> own() { return null; }", "static void own() {}"})
  void aGuardOfItsTypeKnowsWhatMethodsReturn(String after) {
    String service = SERVICE.replace("@Component", "import java.util.*;\n@Component");
    isRefused(
        recompiled(
            service.formatted("", "public Collection<String> own() { return null; }", ""),
            service.formatted("", after, "")));
  }

  /** Setters that the container calls are left alone, by name and parameters. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Autowired public void set(java.time.Clock[] a) {} | true",
        "@Autowired public void set(java.time.Clock[] a) {} public void set(String a) {} | false"
      })
  void whatAGuardLeavesAloneIsNothingElse(String after, boolean starts) {
    String autowired = "@Autowired(required = false) public void set(java.time.Clock[] a) {}";
    String imports = "import org.springframework.beans.factory.annotation.Autowired;\n";
    String service = SERVICE.replace("@Component @Secured", imports + "@Component @Secured");
    Class<?> desk =
        recompiled(
            service.formatted("", autowired, ""),
            service.formatted("", after.replace("@Autowired", "@Autowired(required = false)"), ""));
    if (starts) {
      starts(desk);
    } else {
      isRefused(desk);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"doPost", "doPut", "doOptions"})
  void aMethodOfHttpThatTheGuardOfAServletDoesNotKnowStopsTheStart(String method) {
    String parameters =
        "(jakarta.servlet.http.HttpServletRequest a, jakarta.servlet.http.HttpServletResponse b)"
            + " {}";
    String get = "protected void doGet" + parameters;
    String service = SERVICE.replace("%s {", "extends jakarta.servlet.http.HttpServlet %s {");

    isRefused(
        recompiled(
            service.formatted("", get, ""),
            service.formatted("", get + " protected void " + method + parameters, "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Secured|@Public(reason = \"a \\\"b\\\" \\\\ c\")||",
        "@Secured(roles = {\"a\", \"b\"}, mfa = false)|@Secured(scopes = \"b\", policies ="
            + " {Owns.class, Other.class})|@Secured(schemes = {Scheme.BEARER})|",
        "|@Secured @RateLimited(permits = 2 * 30, per = \"1m\") @RateLimited(permits = 9, per ="
            + " \"1h\", keyedBy = Key.class)|@Secured|@RateLimited(permits = 3, per = \"1h\")",
        "|@Secured @ValidatedInput(groups = Default.class, maxBodyBytes = 65_536)||"
      })
  void aClassThatIsCompiledAgainWithTheSameAnnotationsStarts(String annotations) {
    starts(recompiled(controller(annotations), controller(annotations)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "private void own() {}",
        "static void own() {}",
        "@Override public String toString() { return \"\"; }",
        "@Override protected void finalize() {}",
        "Runnable own = () -> {};"
      })
  void aMethodThatNobodyCallsOnInstancesChangesNothing(String method) {
    starts(recompiled(SERVICE.formatted("", "", ""), SERVICE.formatted("", method, "")));
  }

  static void starts(Class<?> type) {
    try (RunningApplication application = RunningApplication.start(List.of(Empty.class, type))) {
      assertThat(application.context().getBeanNamesForType(type)).hasSize(1);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Empty {}
}
