package dev.gatewright.spring.guard;

import static dev.gatewright.spring.guard.StaleGuardTest.isRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.RefusedStart;
import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.WithoutProcessor;
import dev.gatewright.spring.startup.StartUpException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards that would ask about another argument than their classes have by that name. */
class ChangedNamesTest {
  private static final String SOURCE =
      """
      package stale;
      import dev.gatewright.*;
      import dev.gatewright.runtime.caller.Caller;
      import org.springframework.context.annotation.Import;
      import org.springframework.web.bind.annotation.*;
      @RestController @Import({OwnsTarget.class, Key.class})
      public class Desk extends Moves {}
      abstract class Moves {
        @PostMapping("/move") /*secured*/
        public String move(/*parameters*/) { return ""; }
      }
      class OwnsTarget {
        public boolean permits(Caller caller, /*asked*/) { return true; }
      }
      class Key {
        public String key(/*keyed*/) { return ""; }
      }
      """;

  private static final String POLICY = "@Secured(policies = OwnsTarget.class)";
  private static final String KEY =
      "@Secured @RateLimited(permits = 5, per = \"1m\", keyedBy = Key.class)";
  private static final String BEFORE =
      "@RequestParam(\"target\") String target, @RequestParam(\"source\") String source";

  private static String source(String secured, String parameters) {
    return source(secured, parameters, "String target, String source");
  }

  private static String source(String secured, String parameters, String asked) {
    return SOURCE
        .replace("/*secured*/", secured)
        .replace("/*parameters*/", parameters)
        .replace("/*asked*/", asked)
        .replace("/*keyed*/", asked);
  }

  private static Class<?> recompiled(String before, String after, String... options) {
    return WithoutProcessor.compileAgain("stale.Desk", before, after, options);
  }

  private static void starts(Class<?> desk) {
    try (RunningApplication application =
        RunningApplication.start(List.of(StaleGuardTest.Empty.class, desk))) {
      assertThat(application.context().getBean("desk")).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source| source| target| target",
        "source| origin| target| target",
        "target| origin| source| source",
        "source| target| target| source",
        "target| target| origin| source"
      })
  void parametersThatAreSwappedOrRenamedOrBoundToOthersStopTheStart(
      String boundFirst, String first, String boundSecond, String second) {
    String after =
        "@RequestParam(\"%s\") String %s, @RequestParam(name = \"%s\") String %s"
            .formatted(boundFirst, first, boundSecond, second);
    for (String secured : List.of(POLICY, KEY)) {
      for (String option : List.of("-parameters", "-g")) {
        isRefused(recompiled(source(secured, BEFORE), source(secured, after), option));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-parameters", "-g"})
  void namesOfAPolicyOrKeyThatAreSwappedStopTheStart(String option) {
    for (String secured : List.of(POLICY, KEY)) {
      isRefused(
          recompiled(
              source(secured, BEFORE),
              source(secured, BEFORE, "String source, String target"),
              option));
    }
  }

  @Test
  void swappedNamesOfAnEndpointWithoutPoliciesStopTheStart() {
    String after = "@RequestParam(\"source\") String source, @RequestParam String target";

    isRefused(recompiled(source("@Secured", BEFORE), source("@Secured", after), "-g"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-parameters", "-g"})
  void theSameNamesStart(String option) {
    for (String secured : List.of(POLICY, KEY)) {
      starts(recompiled(source(secured, BEFORE), source(secured, BEFORE), option));
    }
  }

  @Test
  void namesThatTheClassFileDoesNotTellStopTheStartWhereAPolicyIsAskedByThem() {
    Class<?> desk = recompiled(source(POLICY, BEFORE), source(POLICY, BEFORE), "-g:none");

    StartUpException refused =
        RefusedStart.refused(List.of(StaleGuardTest.Empty.class, desk), RefusedStart.jwtAnd());
    assertThat(refused.problem()).contains("stale.DeskGuard", "the class file of stale.Moves");
    assertThat(refused.fix()).isEqualTo("compile stale.Moves with -parameters.");
  }

  @Test
  void namesThatTheClassFileDoesNotTellAreNotNeededWithoutPolicies() {
    starts(recompiled(source("@Secured", BEFORE), source("@Secured", BEFORE), "-g:none"));
  }
}
