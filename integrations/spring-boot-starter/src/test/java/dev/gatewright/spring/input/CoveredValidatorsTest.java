package dev.gatewright.spring.input;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.validation.beanvalidation.OptionalValidatorFactoryBean;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** Spring MVC's validators are left to the guard only where the guard validates by the same. */
class CoveredValidatorsTest {
  private static <V extends LocalValidatorFactoryBean> V started(V validator) {
    validator.afterPropertiesSet();
    return validator;
  }

  private static CoveredValidators of(Validator... beans) {
    StaticListableBeanFactory factory = new StaticListableBeanFactory();
    for (Validator each : beans) {
      factory.addBean("validator" + factory.getBeanDefinitionCount(), each);
    }
    return new CoveredValidators(factory.getBeanProvider(Validator.class));
  }

  @Test
  void withoutABeanItIsTheDefaultThatSpringMvcMakesItself() {
    CoveredValidators covered = of();

    assertThat(covered.contain(started(new OptionalValidatorFactoryBean()))).isTrue();
    assertThat(covered.contain(started(new LocalValidatorFactoryBean()))).isFalse();
    try (var factory = Validation.buildDefaultValidatorFactory()) {
      assertThat(covered.contain(new SpringValidatorAdapter(factory.getValidator()))).isFalse();
    }
  }

  @Test
  void withABeanItIsThatOneHoweverItIsWrapped() {
    LocalValidatorFactoryBean bean = started(new LocalValidatorFactoryBean());
    CoveredValidators covered = of(bean);

    assertThat(covered.contain(bean)).isTrue();
    assertThat(covered.contain(new SpringValidatorAdapter(bean))).isTrue();
    assertThat(covered.contain(started(new LocalValidatorFactoryBean()))).isFalse();
    assertThat(covered.contain(started(new OptionalValidatorFactoryBean()))).isFalse();
  }

  @Test
  void ofSeveralBeansNobodyKnowsWhichOneItIs() {
    LocalValidatorFactoryBean one = started(new LocalValidatorFactoryBean());
    LocalValidatorFactoryBean other = started(new LocalValidatorFactoryBean());

    assertThat(of(one, other).contain(one)).isFalse();
    assertThat(of(one, other).contain(started(new OptionalValidatorFactoryBean()))).isFalse();
  }
}
