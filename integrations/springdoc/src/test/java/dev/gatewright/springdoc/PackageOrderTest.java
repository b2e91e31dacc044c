package dev.gatewright.springdoc;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.gatewright.testing.Architecture;
import org.junit.jupiter.api.Test;

class PackageOrderTest {
  private final JavaClasses classes = Architecture.classesOf("dev.gatewright.springdoc");

  @Test
  void noClassesOfDifferentFilesGoInCircles() {
    Architecture.checkNoCyclesAmongFiles(classes);
  }

  @Test
  void noStateIsSharedBetweenApplications() {
    Architecture.checkNoSharedState(classes);
  }
}
