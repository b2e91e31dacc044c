package dev.gatewright.spring.input;

import dev.gatewright.runtime.Gate;
import dev.gatewright.spring.argument.ArgumentPlanner;
import dev.gatewright.spring.argument.AskedArguments;
import dev.gatewright.spring.argument.ExistingObjects;
import dev.gatewright.spring.argument.RequestHeaders;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.ClassUtils;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Looks at requests between their admission and Spring MVC's reading of their arguments. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InputProperties.class)
public class InputConfiguration {

  @Bean
  ArgumentPlans gatewrightArgumentPlans(
      ConfigurableListableBeanFactory beanFactory, InputProperties properties) {
    return new ArgumentPlans(
        () ->
            new ArgumentPlanner(
                adapterOf(beanFactory),
                beanFactory.getBean(
                    "mvcContentNegotiationManager", ContentNegotiationManager.class),
                beanFactory,
                properties.knownQueryParameters()),
        properties);
  }

  /** Spring MVC's own, by its name: there may be more. */
  private static RequestMappingHandlerAdapter adapterOf(BeanFactory beanFactory) {
    return beanFactory.getBean("requestMappingHandlerAdapter", RequestMappingHandlerAdapter.class);
  }

  @Bean
  InputInterceptor gatewrightInputInterceptor(
      Gate gate, ArgumentPlans plans, InputProperties properties) {
    return new InputInterceptor(
        gate,
        new RequestHeaders(ArgumentPlans.encodings(properties)),
        plans,
        properties.formsOfUnknownLength() == InputProperties.UnknownLength.REFUSE);
  }

  @Bean
  FilterRegistrationBean<PathFilter> gatewrightPathFilter(Gate gate) {
    FilterRegistrationBean<PathFilter> registration =
        new FilterRegistrationBean<>(new PathFilter(gate));
    // Inside of the exchange, which answers with the refusal.
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return registration;
  }

  @Bean
  static ValidationOrder gatewrightValidationOrder(ObjectProvider<Gate> gate) {
    return new ValidationOrder(gate);
  }

  @Bean
  AskedArguments gatewrightAskedArguments(ConfigurableListableBeanFactory beanFactory) {
    return new AskedArguments(beanFactory);
  }

  @Bean
  InputVerifier gatewrightInputVerifier(
      ConfigurableListableBeanFactory beanFactory,
      ArgumentPlans plans,
      AskedArguments asked,
      InputProperties properties) {
    return new InputVerifier(
        beanFactory,
        plans,
        () -> new ExistingObjects(adapterOf(beanFactory), asked),
        new StrictBodies(
            () -> adapterOf(beanFactory).getMessageConverters(),
            () ->
                Objects.requireNonNullElse(
                    adapterOf(beanFactory).getArgumentResolvers(), List.of()),
            properties.bodyFormats(),
            customizers(beanFactory, properties)),
        properties);
  }

  /** Those of Spring Boot's mapper, where it has one. */
  private static Consumer<String> customizers(
      ConfigurableListableBeanFactory beanFactory, InputProperties properties) {
    return ClassUtils.isPresent(
            "org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer",
            beanFactory.getBeanClassLoader())
        ? new JsonCustomizers(beanFactory, properties.ignoredJsonCustomizers())::verify
        : endpoint -> {};
  }
}
