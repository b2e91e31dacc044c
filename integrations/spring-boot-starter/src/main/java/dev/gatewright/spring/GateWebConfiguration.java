package dev.gatewright.spring;

import dev.gatewright.runtime.Gate;
import dev.gatewright.spring.json.StrictJson;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequestListener;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

/** Puts the gate in front of Spring MVC. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(name = "org.springframework.web.servlet.DispatcherServlet")
@Import(InputConfiguration.class)
class GateWebConfiguration {

  @Bean
  FilterRegistrationBean<ExchangeFilter> gatewrightExchangeFilter(
      Gate gate,
      ObjectProvider<RequestMappingInfoHandlerMapping> mappings,
      ObjectProvider<AdmissionInterceptor> admission,
      Exemptions exemptions) {
    return inFrontOfAll(
        new ExchangeFilter(
            gate,
            new EarlyAdmission(() -> mappings.orderedStream().toList(), admission::getObject),
            new ProblemResponses(),
            new AnsweringCode(exemptions)));
  }

  static FilterRegistrationBean<ExchangeFilter> inFrontOfAll(ExchangeFilter filter) {
    FilterRegistrationBean<ExchangeFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    registration.setDispatcherTypes(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
    return registration;
  }

  @Bean
  ServletListenerRegistrationBean<ServletRequestListener> gatewrightExchangeListener(
      FilterRegistrationBean<ExchangeFilter> gatewrightExchangeFilter) {
    return new ServletListenerRegistrationBean<>(
        Objects.requireNonNull(gatewrightExchangeFilter.getFilter()));
  }

  @Bean
  RefusalResolver gatewrightRefusalResolver(Gate gate, HandlerStandings standings) {
    return new RefusalResolver(gate, new ProblemResponses(), standings);
  }

  @Bean
  HandlerStandings gatewrightHandlerStandings(Exemptions exemptions) {
    return new HandlerStandings(exemptions);
  }

  @Bean
  EndpointMethods gatewrightEndpointMethods() {
    return new EndpointMethods();
  }

  @Bean
  HandlerVerifier gatewrightHandlerVerifier(
      ApplicationContext context,
      Exemptions exemptions,
      HandlerStandings standings,
      EndpointMethods endpoints,
      @Qualifier("gatewrightMappedAdmission") MappedInterceptor admission,
      @Qualifier("gatewrightMappedInput") MappedInterceptor input) {
    return new HandlerVerifier(
        context, exemptions, standings, endpoints, List.of(admission, input));
  }

  @Bean
  ServletVerifier gatewrightServletVerifier(WebApplicationContext context, Exemptions exemptions) {
    return new ServletVerifier(context, exemptions);
  }

  @Bean
  AdmissionInterceptor gatewrightAdmission(
      Gate gate, HandlerStandings standings, EndpointMethods endpoints) {
    return new AdmissionInterceptor(gate, standings, endpoints);
  }

  /** Spring puts it before all other interceptors of every mapping, the application's own too. */
  @Bean
  MappedInterceptor gatewrightMappedAdmission(AdmissionInterceptor admission) {
    return new MappedInterceptor(null, null, admission);
  }

  /** Right after the admission: Spring keeps the order in which they are defined here. */
  @Bean
  MappedInterceptor gatewrightMappedInput(InputInterceptor input) {
    return new MappedInterceptor(null, null, input);
  }

  @Bean
  StrictJson gatewrightStrictJson(
      ObjectProvider<JacksonModule> modules, ObjectProvider<JsonMapper> applicationMapper) {
    JsonMapper mapper = applicationMapper.getIfAvailable();
    List<JacksonModule> known = modules.orderedStream().toList();
    return mapper == null
        ? StrictJson.of(known, null, false)
        : StrictJson.ofApplication(known, mapper);
  }

  @Bean
  static WebMvcHardening gatewrightWebMvcHardening(
      ObjectProvider<Gate> gate,
      ObjectProvider<StrictJson> json,
      ObjectProvider<GatewrightProperties> properties,
      ObjectProvider<InputProperties> input,
      ObjectProvider<RefusalResolver> refusals) {
    return new WebMvcHardening(gate, json, properties, input, refusals);
  }

  /** Where the server is Tomcat. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(
      name = {
        "org.apache.catalina.startup.Tomcat",
        "org.springframework.boot.tomcat.TomcatWebServer"
      })
  static class OnTomcat {

    @Bean
    TomcatVerifier gatewrightTomcatVerifier(ApplicationContext context, Exemptions exemptions) {
      return new TomcatVerifier(context, exemptions);
    }
  }

  /** Where the server is Jetty. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(
      name = {
        "org.eclipse.jetty.ee11.servlet.ServletContextHandler",
        "org.springframework.boot.jetty.JettyWebServer"
      })
  static class OnJetty {

    @Bean
    JettyVerifier gatewrightJettyVerifier(ApplicationContext context, Exemptions exemptions) {
      return new JettyVerifier(context, exemptions);
    }
  }
}
