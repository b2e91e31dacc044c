package dev.gatewright.spring;

import static dev.gatewright.spring.RefusedStart.jwtAnd;
import static dev.gatewright.spring.RefusedStart.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.Revocations;
import dev.gatewright.runtime.event.SecurityEvent;
import dev.gatewright.runtime.event.SecurityEventSink;
import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.bank.BankApplication;
import dev.gatewright.spring.startup.StartUpException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.framework.ProxyFactoryBean;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;

/** Parts of the gate that their definitions do not show are not passed over without a word. */
class HiddenPartsTest {
  interface TokenStore {}

  static final class Store implements TokenStore, Revocations {
    @Override
    public boolean isRevoked(Caller caller) {
      return true;
    }
  }

  interface Rules {}

  static final class CompanyRules implements Rules, InputValidator {
    @Override
    public void validate(EndpointPolicy policy, Object endpoint, Object[] arguments, Found found) {
      found.add("x", "the company says no");
    }
  }

  interface Alarm {}

  static final class Pager implements Alarm, SecurityEventSink {
    @Override
    public void accept(SecurityEvent event) {}
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ByInterface.class,
        ByFactory.class,
        ByFactoryOfInterface.class,
        ByProxyFactory.class,
        BehindProxyOfInterface.class,
        ByPrimaryInterface.class,
        InList.class,
        MadeLater.class,
        Validating.class,
        Told.class
      })
  void oneStopsTheStart(Class<?> hidden) {
    StartUpException refused = refused(List.of(BankApplication.class, hidden), jwtAnd());

    assertThat(refused.problem()).contains("the bean 'own'", "which is a dev.gatewright.runtime.");
    assertThat(refused.fix()).contains("return", "@Bean(autowireCandidate = false)");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        SameObject.class,
        Chosen.class,
        NotMeant.class,
        PartOfAnother.class,
        OfItsClass.class
      })
  void oneThatIsAskedAllTheSameOrIsNotMeantStarts(Class<?> shown) {
    RunningApplication.startBare(List.of(BankApplication.class, shown), jwtAnd()).close();
  }

  @Test
  void oneStopsTheStartAlsoWhereAllBeansAreMadeLate() {
    assertThat(
            refused(
                    List.of(BankApplication.class, ByInterface.class),
                    jwtAnd("spring.main.lazy-initialization=true"))
                .problem())
        .contains("the bean 'own'");
  }

  @Test
  void oneThatIsMadeOftenIsRefusedThen() {
    try (RunningApplication running =
        RunningApplication.startBare(List.of(BankApplication.class, MadeOften.class), jwtAnd())) {
      assertThatThrownBy(() -> running.context().getBean("own"))
          .hasStackTraceContaining("the bean 'own'")
          .hasStackTraceContaining(Revocations.class.getName());
    }
  }

  @Test
  void theSameObjectUnderTwoNamesIsAsked() {
    try (RunningApplication running =
        RunningApplication.start(List.of(BankApplication.class, SameObject.class))) {
      assertThat(
              running
                  .get(
                      "/accounts/page?number=1",
                      "Authorization",
                      "Bearer " + RunningApplication.tokenOf("alice"))
                  .statusCode())
          .isEqualTo(401);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class ByInterface {
    @Bean
    TokenStore own() {
      return new Store();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class ByFactory {
    @Bean
    FactoryBean<?> own() {
      return new StoreFactory(Revocations.class);
    }
  }

  /** What it makes is only known once somebody has asked for it. */
  @Configuration(proxyBeanMethods = false)
  static class ByFactoryOfInterface {
    @Bean
    FactoryBean<?> own() {
      return new StoreFactory(TokenStore.class);
    }

    @Bean
    String asking(@Qualifier("own") Object own) {
      return own.toString();
    }
  }

  record StoreFactory(Class<?> getObjectType) implements FactoryBean<Object> {
    @Override
    public Object getObject() {
      return new Store();
    }

    @Override
    public Class<?> getObjectType() {
      return getObjectType;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class ByProxyFactory {
    @Bean
    ProxyFactoryBean own() {
      ProxyFactoryBean factory = new ProxyFactoryBean();
      factory.setInterfaces(Revocations.class);
      factory.setTarget(new Store());
      return factory;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class BehindProxyOfInterface {
    @Bean
    TokenStore own() {
      ProxyFactory factory = new ProxyFactory();
      factory.setInterfaces(TokenStore.class);
      factory.setTarget(new Store());
      return (TokenStore) factory.getProxy();
    }
  }

  /** Its mark is not seen either. */
  @Configuration(proxyBeanMethods = false)
  static class ByPrimaryInterface {
    @Bean
    @Primary
    TokenStore own() {
      return new Store();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class InList {
    @Bean
    List<SecurityEventSink> own() {
      return List.of(new Pager());
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Validating {
    @Bean
    Rules own() {
      return new CompanyRules();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Told {
    @Bean
    Alarm own() {
      return new Pager();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class SameObject {
    @Bean
    TokenStore own() {
      return new Store();
    }

    @Bean
    Revocations revocations(TokenStore own) {
      return (Revocations) own;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Chosen {
    @Bean
    TokenStore own() {
      return new Store();
    }

    @Bean
    @Primary
    Revocations revocations(TokenStore own) {
      return caller -> own instanceof Revocations inner && inner.isRevoked(caller);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class NotMeant {
    @Bean(autowireCandidate = false)
    TokenStore own() {
      return new Store();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class PartOfAnother {
    @Bean
    Revocations revocations() {
      Store inner = new Store();
      return caller -> inner.isRevoked(caller);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OfItsClass {
    @Bean
    Store own() {
      return new Store();
    }

    @Bean
    Pager pager() {
      return new Pager();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class MadeLater {
    @Bean
    @Lazy
    TokenStore own() {
      return new Store();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class MadeOften {
    @Bean
    @Scope("prototype")
    TokenStore own() {
      return new Store();
    }
  }
}
