package dev.gatewright.testing;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Rules that the classes of every module keep. */
public final class Architecture {
  private static final DescribedPredicate<JavaClass> SEALED =
      DescribedPredicate.describe(
          "sealed type", type -> type.reflect().isSealed() && !type.reflect().isEnum());

  private Architecture() {}

  /**
   * The classes of a module, without its tests.
   *
   * @throws AssertionError if there are none
   */
  public static JavaClasses classesOf(String rootPackage) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages(rootPackage);
    assertThat(classes).isNotEmpty();
    return classes;
  }

  /** No cycle among classes of different files, except between a sealed type and its cases. */
  public static void checkNoCyclesAmongFiles(JavaClasses classes) {
    slices()
        .assignedFrom(new Files())
        .should()
        .beFreeOfCycles()
        .ignoreDependency(SEALED, DescribedPredicate.alwaysTrue().as("its cases"))
        .because("each file can then be understood from those below it")
        .check(classes);
  }

  /** No state that two applications in one process would share. */
  public static void checkNoSharedState(JavaClasses classes) {
    fields()
        .that()
        .areStatic()
        .should()
        .haveModifier(FINAL)
        .because("two applications in one process must not meet")
        .allowEmptyShould(true)
        .check(classes);
  }

  /** Puts a class with all that is nested in it, which is one file. */
  private static final class Files implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getName();
      int nested = name.indexOf('$');
      return SliceIdentifier.of(nested < 0 ? name : name.substring(0, nested));
    }

    @Override
    public String getDescription() {
      return "files";
    }
  }
}
