package dev.gatewright.test;

import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.spring.GatewrightAutoConfiguration;
import dev.gatewright.spring.limit.LimitsProperties;
import java.time.InstantSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Puts the test's authenticators, limits and clock before those of the application. */
final class TestParts implements BeanPostProcessor {
  private static final String OURS = "dev.gatewright.spring.";

  private final ConfigurableListableBeanFactory beans;
  private final MintedCallers minted;
  private final TestLimits limits;
  private final TestClock clock;

  TestParts(
      ConfigurableListableBeanFactory beans,
      MintedCallers minted,
      TestLimits limits,
      TestClock clock) {
    this.beans = beans;
    this.minted = minted;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof Authenticator own && !(bean instanceof TestAuthenticator)) {
      return TestAuthenticator.before(own, minted);
    }
    if (bean instanceof InProcessRateLimiter && isGatewrights(name)) {
      return limits.inProcess(beans.getBean(LimitsProperties.class));
    }
    if (bean instanceof RateLimiter own && !(bean instanceof TestRateLimiter)) {
      return limits.over(own);
    }
    if (name.equals(GatewrightAutoConfiguration.CLOCK)
        && bean instanceof InstantSource own
        && isGatewrights(name)) {
      return clock.in(own);
    }
    return bean;
  }

  /** Whether the application has left it to the starter to make the bean. */
  private boolean isGatewrights(String name) {
    if (!beans.containsBeanDefinition(name)) {
      return false;
    }
    String factory = beans.getBeanDefinition(name).getFactoryBeanName();
    return factory != null && factory.startsWith(OURS);
  }
}
