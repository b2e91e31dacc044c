package dev.gatewright.spring.web;

import dev.gatewright.runtime.Gate;
import dev.gatewright.spring.argument.AskedArguments;
import dev.gatewright.spring.caller.CallerProperties;
import dev.gatewright.spring.entry.ServletEntryConfiguration;
import dev.gatewright.spring.exchange.AdmissionInterceptor;
import dev.gatewright.spring.exchange.ExchangeConfiguration;
import dev.gatewright.spring.exchange.HandlerStandings;
import dev.gatewright.spring.exchange.ProblemResponses;
import dev.gatewright.spring.input.InputConfiguration;
import dev.gatewright.spring.input.InputInterceptor;
import dev.gatewright.spring.input.InputProperties;
import dev.gatewright.spring.json.JsonConfiguration;
import dev.gatewright.spring.json.StrictJson;
import jakarta.validation.Validator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** Puts the gate in front of Spring MVC. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(name = "org.springframework.web.servlet.DispatcherServlet")
@Import({
  InputConfiguration.class,
  JsonConfiguration.class,
  ExchangeConfiguration.class,
  ServletEntryConfiguration.class
})
public class WebConfiguration {
  private static final String ADMISSION = "gatewrightMappedAdmission";
  private static final String INPUT = "gatewrightMappedInput";

  @Bean
  RefusalResolver gatewrightRefusalResolver(
      Gate gate, ProblemResponses problems, HandlerStandings standings) {
    return new RefusalResolver(gate, problems, standings);
  }

  @Bean
  static InterceptorOrder gatewrightInterceptorOrder() {
    return new InterceptorOrder(List.of(ADMISSION, INPUT));
  }

  /** Spring puts it before interceptors that are added to a mapping. */
  @Bean(ADMISSION)
  MappedInterceptor gatewrightMappedAdmission(AdmissionInterceptor admission) {
    return new MappedInterceptor(null, null, admission);
  }

  /** Right after the admission: Spring keeps the order in which they are defined here. */
  @Bean(INPUT)
  MappedInterceptor gatewrightMappedInput(InputInterceptor input) {
    return new MappedInterceptor(null, null, input);
  }

  @Bean
  static WebMvcHardening gatewrightWebMvcHardening(
      ObjectProvider<Gate> gate,
      ObjectProvider<StrictJson> json,
      ObjectProvider<CallerProperties> caller,
      ObjectProvider<InputProperties> input,
      ObjectProvider<AskedArguments> asked,
      ObjectProvider<ProblemResponses> problems,
      ObjectProvider<RefusalResolver> refusals,
      ObjectProvider<Validator> validators) {
    return new WebMvcHardening(gate, json, caller, input, asked, problems, refusals, validators);
  }
}
