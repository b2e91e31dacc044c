package dev.gatewright.openrewrite;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.gatewright.testing.Architecture;
import org.junit.jupiter.api.Test;

class PackageOrderTest {
  private final JavaClasses classes = Architecture.classesOf("dev.gatewright.openrewrite");

  @Test
  void noClassesOfDifferentFilesGoInCircles() {
    Architecture.checkNoCyclesAmongFiles(classes);
  }

  @Test
  void noStateIsSharedBetweenRuns() {
    Architecture.checkNoSharedState(classes);
  }
}
