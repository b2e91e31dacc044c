package dev.gatewright.applications.answer;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.DelegatingWebMvcConfiguration;
import org.springframework.web.servlet.handler.SimpleMappingExceptionResolver;

/** Applications that choose which beans resolve exceptions. */
public final class Resolvers {
  private Resolvers() {}

  /** The servlet asks the bean 'handlerExceptionResolver' and no other. */
  @Configuration(proxyBeanMethods = false)
  public static class OnlyTheNamedOne {
    @Bean
    static BeanPostProcessor onlyTheNamedOne() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
          if (bean instanceof DispatcherServlet dispatcher) {
            dispatcher.setDetectAllHandlerExceptionResolvers(false);
          }
          return bean;
        }
      };
    }
  }

  /** With a handler of all exceptions. */
  @Configuration(proxyBeanMethods = false)
  @Import(Answers.ErrorAdvice.class)
  public static class OnlyTheNamedOneWithAdvice extends OnlyTheNamedOne {}

  /** With a resolver of its own by that name, which takes every exception for a page. */
  @Configuration(proxyBeanMethods = false)
  @Import(OwnNamedOne.Mvc.class)
  public static class OwnNamedOne extends OnlyTheNamedOne {

    @Configuration(proxyBeanMethods = false)
    static class Mvc extends DelegatingWebMvcConfiguration {
      @Bean
      @Override
      public HandlerExceptionResolver handlerExceptionResolver(
          org.springframework.web.accept.ContentNegotiationManager negotiation) {
        SimpleMappingExceptionResolver resolver = new SimpleMappingExceptionResolver();
        resolver.setDefaultErrorView("redirect:/page");
        return resolver;
      }
    }
  }
}
