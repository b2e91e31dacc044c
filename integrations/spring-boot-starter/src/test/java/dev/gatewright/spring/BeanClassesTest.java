package dev.gatewright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** AspectJ looks at the class of each bean, and fails at those that no class loader knows. */
class BeanClassesTest {

  @Test
  void noBeanOfOursIsALambda() {
    try (RunningApplication application =
        RunningApplication.start(
            List.of(Application.class), "management.endpoints.web.exposure.include=gatewright")) {
      var beans = application.context().getBeanFactory();
      List<String> ours =
          List.of(beans.getBeanDefinitionNames()).stream()
              .filter(name -> name.startsWith("gatewright"))
              .toList();

      assertThat(ours).contains("gatewrightRevocations");
      assertThat(ours).noneMatch(name -> beans.getBean(name).getClass().isHidden());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}
}
