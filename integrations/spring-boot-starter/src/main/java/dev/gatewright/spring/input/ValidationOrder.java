package dev.gatewright.spring.input;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.exchange.AdmissionInterceptor;
import dev.gatewright.spring.guard.EndpointMethods;
import dev.gatewright.spring.guard.Unproxied;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.validation.beanvalidation.MethodValidationInterceptor;

/**
 * Lets the gate decide on the caller before Spring validates the arguments of a guarded method: the
 * advice for {@code @Validated} stands around the guard, so strangers would learn what is valid.
 */
final class ValidationOrder implements BeanPostProcessor {
  private final ObjectProvider<Gate> gate;

  /** The gate is asked for only once a method is called. */
  ValidationOrder(ObjectProvider<Gate> gate) {
    this.gate = gate;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    if (bean instanceof Advised) {
      Unproxied guard = Unproxied.of(bean);
      if (guard.isGuard()) {
        guard.proxies().forEach(proxy -> decideBeforeValidation(proxy, guard.type()));
      }
    }
    return bean;
  }

  private void decideBeforeValidation(Advised proxy, Class<?> guard) {
    Advisor[] advisors = proxy.getAdvisors();
    for (int i = 0; i < advisors.length && !proxy.isFrozen(); i++) {
      if (advisors[i].getAdvice() instanceof MethodValidationInterceptor) {
        proxy.addAdvisor(i, new DefaultPointcutAdvisor(new Decision(gate, guard)));
        return;
      }
    }
  }

  /** Stage one of the method's own policy, unless the request was admitted by it before. */
  private record Decision(ObjectProvider<Gate> gate, Class<?> guard) implements MethodBeforeAdvice {

    @Override
    public void before(Method method, @Nullable Object[] arguments, @Nullable Object target) {
      EndpointPolicy policy =
          EndpointMethods.policyOf(guard, AopUtils.getMostSpecificMethod(method, guard));
      if (policy != null && policy != AdmissionInterceptor.admitted()) {
        gate.getObject().enter(policy);
      }
    }
  }
}
