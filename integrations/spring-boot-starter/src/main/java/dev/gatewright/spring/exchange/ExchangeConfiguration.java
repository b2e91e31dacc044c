package dev.gatewright.spring.exchange;

import dev.gatewright.runtime.Gate;
import dev.gatewright.spring.caller.CallerContext;
import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.explanation.ClientExplanations;
import dev.gatewright.spring.problem.ApplicationBodies;
import dev.gatewright.spring.problem.ProblemBody;
import dev.gatewright.spring.undecided.UndecidedEndpoints;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequestListener;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Opens exchanges in front of Spring MVC, and admits requests to its handlers. */
@Configuration(proxyBeanMethods = false)
public class ExchangeConfiguration {

  @Bean
  FilterRegistrationBean<ExchangeFilter> gatewrightExchangeFilter(
      Gate gate,
      CallerContext callers,
      ObjectProvider<HandlerMapping> mappings,
      ObjectProvider<AdmissionInterceptor> admission,
      ProblemResponses problems,
      Exemptions exemptions) {
    return inFrontOfAll(
        new ExchangeFilter(
            gate,
            callers,
            new EarlyAdmission(() -> mappings.orderedStream().toList(), admission::getObject),
            problems,
            new AnsweringCode(exemptions)));
  }

  /** In the application's form, where it has one. */
  @Bean
  ProblemResponses gatewrightProblemResponses(
      ObjectProvider<ProblemBody> form,
      ObjectProvider<JsonMapper> mapper,
      ClientExplanations explanations) {
    ProblemBody own = form.getIfAvailable();
    return new ProblemResponses(
        own == null ? null : new ApplicationBodies(own, mapper.getIfAvailable(JsonMapper::shared)),
        explanations);
  }

  /** The filter of a servlet container that has no guarded endpoints. */
  public static FilterRegistrationBean<ExchangeFilter> filterWithoutEndpoints(
      Gate gate,
      CallerContext callers,
      ObjectProvider<ProblemResponses> problems,
      Exemptions exemptions) {
    return inFrontOfAll(
        new ExchangeFilter(
            gate,
            callers,
            new EarlyAdmission(
                List::of,
                () -> {
                  throw new IllegalStateException("nothing of this container is guarded");
                }),
            problems.getIfAvailable(() -> new ProblemResponses(null, new ClientExplanations(null))),
            new AnsweringCode(exemptions)));
  }

  private static FilterRegistrationBean<ExchangeFilter> inFrontOfAll(ExchangeFilter filter) {
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
  HandlerStandings gatewrightHandlerStandings(Exemptions exemptions, UndecidedEndpoints undecided) {
    return new HandlerStandings(exemptions, undecided);
  }

  @Bean
  AdmissionInterceptor gatewrightAdmission(
      Gate gate, CallerContext callers, HandlerStandings standings) {
    return new AdmissionInterceptor(gate, callers, standings);
  }
}
