package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.proxy.FinalMethods;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where proxies have the interfaces of beans ({@code spring.aop.proxy-target-class=false}), advice
 * of final methods is not lost as their bean becomes a guard.
 */
class FinalMethodsIT {
  @ParameterizedTest
  @ValueSource(classes = {FinalMethods.PlainArchive.class, FinalMethods.SecuredArchive.class})
  void itsCheckIsNotLost(Class<?> archive) {
    Attempt.of(
            Application.of(archive, FinalMethods.Front.class, FinalMethods.Closed.class)
                .using(Library.ASPECTJ)
                .with("spring.aop.proxy-target-class=false"))
        .isRefusedOr(running -> assertThat(running.get("/count").text()).doesNotContain("counted"));
  }
}
