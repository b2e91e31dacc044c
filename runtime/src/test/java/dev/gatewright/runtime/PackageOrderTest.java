package dev.gatewright.runtime;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The core stands on its own, and the gate stands on the core. */
class PackageOrderTest {

  private static final String ROOT = "dev.gatewright.runtime";

  private final JavaClasses runtime =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void thereIsSomethingToCheck() {
    assertThat(runtime).isNotEmpty();
  }

  @Test
  void noWebFrameworkIsKnownHere() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "jakarta.servlet..", "javax.servlet..", "jakarta.ws.rs..")
        .because("each framework has an integration module of its own")
        .allowEmptyShould(true)
        .check(runtime);
  }

  @Test
  void subpackagesDoNotGoInCircles() {
    slices()
        .matching(ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(runtime);
  }

  @Test
  void nothingBelowTheGateKnowsTheGate() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .because("only the root package puts the parts together")
        .allowEmptyShould(true)
        .check(runtime);
  }

  @Test
  void noStateIsSharedBetweenApplications() {
    fields()
        .that()
        .areStatic()
        .should()
        .haveModifier(FINAL)
        .because("two applications in one process must not meet")
        .allowEmptyShould(true)
        .check(runtime);
  }
}
