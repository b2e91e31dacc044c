package dev.gatewright.test;

import dev.gatewright.runtime.Gate;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.ClassUtils;

/**
 * Makes this module's objects known to each application context that Spring's TestContext framework
 * starts, and to no other: nothing else calls this.
 */
record TestContextCustomizer() implements ContextCustomizer {

  /** Named in {@code META-INF/spring.factories}, which only the TestContext framework reads. */
  static final class Factory implements ContextCustomizerFactory {
    @Override
    public ContextCustomizer createContextCustomizer(
        Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
      return new TestContextCustomizer();
    }
  }

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration merged) {
    ConfigurableListableBeanFactory beans = context.getBeanFactory();
    MintedCallers minted = new MintedCallers(context);
    TestClock clock = new TestClock();
    TestLimits limits = new TestLimits(clock);
    TestCallers callers = new TestCallers(minted, beans.getBeanProvider(Gate.class));
    register(beans, minted, clock, limits, callers);
    beans.addBeanPostProcessor(new TestParts(beans, minted, limits, clock));
    if (beans instanceof BeanDefinitionRegistry registry) {
      new StandInAuthenticators(beans, minted).register(registry);
    }
    if (isPresent("org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer")) {
      register(beans, new MockMvcCustomizer());
    }
    if (isPresent(
        "org.springframework.boot.resttestclient.autoconfigure.RestTestClientBuilderCustomizer")) {
      register(beans, new RestTestClientCustomizer(callers, minted));
    }
  }

  private static void register(ConfigurableListableBeanFactory beans, Object... objects) {
    for (Object each : objects) {
      beans.registerSingleton("gatewright" + each.getClass().getSimpleName(), each);
    }
  }

  private static boolean isPresent(String type) {
    return ClassUtils.isPresent(type, TestContextCustomizer.class.getClassLoader());
  }
}
