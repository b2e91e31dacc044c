package dev.gatewright.spring;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.gatewright.spring.authentication.JwtProperties;
import dev.gatewright.testing.Architecture;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Each package is one feature, and uses only those that it names here. */
class PackageOrderTest {
  private static final String ROOT = "dev.gatewright.spring";

  private static final String ORDER =
      """
      startup        |
      text           |
      guard          | startup
      transport      | startup
      explanation    | startup transport
      event          | explanation
      limit          | startup
      caller         | startup
      exemption      | startup guard
      problem        | startup
      bean           | startup guard exemption problem
      argument       | guard text
      json           | startup guard text
      undecided      | startup guard
      exchange       | guard exemption undecided problem bean transport caller explanation
      input          | startup guard exchange text argument json
      entry          | startup guard exemption undecided bean exchange argument
      web            | guard caller argument json exchange input entry
      .              | startup event explanation exemption undecided bean entry web caller limit transport
      authentication | . startup transport
      challenge      | . startup
      redis          | . startup limit
      secret         | . startup
      actuator       | . exemption undecided exchange entry caller
      """;

  private static final JavaClasses STARTER = Architecture.classesOf(ROOT);

  @ParameterizedTest(name = "{0} uses only: {1}")
  @CsvSource(delimiter = '|', textBlock = ORDER, nullValues = "")
  void eachPackageUsesOnlyThoseItNames(String name, String used) {
    String[] allowed =
        Stream.concat(
                Stream.of(name), used == null ? Stream.empty() : Arrays.stream(used.split(" ")))
            .map(PackageOrderTest::packageOf)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(packageOf(name))
        .should()
        .onlyDependOnClassesThat(
            not(resideInAnyPackage(ROOT + "..")).or(resideInAnyPackage(allowed)))
        .check(STARTER);
  }

  private static String packageOf(String name) {
    return name.equals(".") ? ROOT : ROOT + "." + name;
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    Set<String> there = STARTER.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

    assertThat(ORDER.lines().map(line -> packageOf(line.substring(0, line.indexOf(' ')))))
        .containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void packagesDoNotGoInCircles() {
    slices().matching("(" + ROOT + "..)").should().beFreeOfCycles().check(STARTER);
  }

  @Test
  void noClassesOfDifferentFilesGoInCircles() {
    Architecture.checkNoCyclesAmongFiles(STARTER);
  }

  @Test
  void noStateIsSharedBetweenApplications() {
    Architecture.checkNoSharedState(STARTER);
  }

  @Test
  void noPublicRecordHasMoreThanSixComponentsUnlessConfigurationIsBoundToIt() {
    // Spring calls the constructor of a record of properties; applications have no reason to.
    Set<JavaClass> bound = boundToConfiguration();

    assertThat(bound).contains(STARTER.get(JwtProperties.Issuer.class));
    Architecture.checkPublicRecordsAreSmall(
        STARTER.that(describe("are not bound", type -> !bound.contains(type))));
  }

  /** Collects the types of properties with the types that their components hold. */
  private static Set<JavaClass> boundToConfiguration() {
    Set<JavaClass> bound = new HashSet<>();
    Deque<JavaClass> found = new ArrayDeque<>();
    STARTER.stream()
        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
        .forEach(found::add);
    while (!found.isEmpty()) {
      JavaClass type = found.remove();
      if (type.isRecord() && bound.add(type)) {
        type.getFields().forEach(field -> found.addAll(field.getAllInvolvedRawTypes()));
      }
    }
    return bound;
  }
}
