package dev.gatewright.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
  private static final int MOST_COMPONENTS = 6;

  private static final DescribedPredicate<JavaClass> SEALED =
      describe("sealed type", type -> type.reflect().isSealed() && !type.reflect().isEnum());
  private static final DescribedPredicate<JavaClass> PUBLIC_RECORD =
      describe("are public records", type -> type.isRecord() && isPublic(type));
  private static final DescribedPredicate<JavaClass> OF_MANY_COMPONENTS =
      describe(
          "a record of more than " + MOST_COMPONENTS + " components",
          Architecture::hasManyComponents);

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

  /** No public record has more than six components. */
  public static void checkPublicRecordsAreSmall(JavaClasses classes) {
    noClasses()
        .that(PUBLIC_RECORD)
        .should(be(OF_MANY_COMPONENTS))
        .because(
            "a component that is added later breaks every caller of the constructor; make it a"
                + " class with a private constructor and a builder")
        .allowEmptyShould(true)
        .check(classes);
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(PUBLIC)
        && type.getEnclosingClass().map(Architecture::isPublic).orElse(true);
  }

  /** Counts fields: a record has one for each component, and no other of an instance. */
  private static boolean hasManyComponents(JavaClass type) {
    return type.getFields().stream().filter(field -> !field.getModifiers().contains(STATIC)).count()
        > MOST_COMPONENTS;
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
