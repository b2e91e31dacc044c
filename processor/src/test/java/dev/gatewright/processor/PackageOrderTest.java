package dev.gatewright.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.gatewright.testing.Architecture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** There is one way through the processor, and no way back. */
class PackageOrderTest {

  private static final String ROOT = "dev.gatewright.processor";

  private final JavaClasses processor = Architecture.classesOf(ROOT);

  @ParameterizedTest(name = "{0} uses none of: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          model  | baseline scan rule plan code file report
          baseline | model scan rule plan code file report
          scan   | baseline rule plan code file report
          rule   | baseline plan code file report
          plan   | baseline code file report
          code   | baseline file report
          file   | baseline report
          report | file
          """)
  void eachPackageUsesOnlyThoseBeforeIt(String name, String later) {
    Stream<String> root = Stream.of(ROOT);
    Stream<String> packages = Stream.of(later.split(" ")).map(each -> ROOT + "." + each + "..");
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Stream.concat(root, packages).toArray(String[]::new))
        .allowEmptyShould(true)
        .check(processor);
  }

  @Test
  void theModelCanBeReadWithoutTheCompilerAndWithoutJavaPoet() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javax.annotation.processing..",
            "javax.lang.model..",
            "javax.tools..",
            "com.sun..",
            "com.palantir..")
        .because("rules and reports are tested with records alone")
        .allowEmptyShould(true)
        .check(processor);
  }

  @Test
  void javaPoetIsKnownOnlyWhereTextIsWritten() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".model..",
            ROOT + ".scan..",
            ROOT + ".rule..",
            ROOT + ".plan..",
            ROOT + ".report..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.palantir..")
        .because("what is decided and how it is written are separate")
        .allowEmptyShould(true)
        .check(processor);
  }

  @Test
  void noClassesOfDifferentFilesGoInCircles() {
    Architecture.checkNoCyclesAmongFiles(processor);
  }

  /** A compiler daemon runs many compilations in one process. */
  @Test
  void noStateIsSharedBetweenCompilations() {
    Architecture.checkNoSharedState(processor);
  }
}
