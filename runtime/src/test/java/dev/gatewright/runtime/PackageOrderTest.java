package dev.gatewright.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.gatewright.RateLimited;
import dev.gatewright.limit.LimitDefinition;
import dev.gatewright.testing.Architecture;
import org.junit.jupiter.api.Test;

/** The core stands on its own, and the gate stands on the core. */
class PackageOrderTest {

  private static final String ROOT = "dev.gatewright.runtime";

  private final JavaClasses runtime = Architecture.classesOf(ROOT);

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
  void theCoreKnowsNeitherCryptographyNorHttpClients() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.jsonwebtoken..",
            "io.github.resilience4j.circuitbreaker..",
            "java.net.http..",
            "java.security.spec..",
            "javax.crypto..")
        .because("applications that only limit and validate pull in neither")
        .check(runtime);
  }

  @Test
  void noClassesOfDifferentFilesGoInCircles() {
    Architecture.checkNoCyclesAmongFiles(runtime);
  }

  @Test
  void noStateIsSharedBetweenApplications() {
    Architecture.checkNoSharedState(runtime);
  }

  @Test
  void noPublicRecordHasMoreThanSixComponents() {
    Architecture.checkPublicRecordsAreSmall(runtime);
  }

  @Test
  void noPublicRecordOfTheAnnotationsHasMoreThanSixComponents() {
    JavaClasses annotations =
        new ClassFileImporter()
            .importPackagesOf(RateLimited.class, LimitDefinition.class)
            .that(not(resideInAPackage(ROOT + "..")));

    assertThat(annotations.contain(LimitDefinition.class)).isTrue();
    Architecture.checkPublicRecordsAreSmall(annotations);
  }
}
