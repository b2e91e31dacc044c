package dev.gatewright.spring.web;

import dev.gatewright.runtime.Gate;
import dev.gatewright.spring.argument.AskedArguments;
import dev.gatewright.spring.argument.GuardedArgumentResolver;
import dev.gatewright.spring.caller.CallerProperties;
import dev.gatewright.spring.caller.CallerResolver;
import dev.gatewright.spring.exchange.ProblemResponses;
import dev.gatewright.spring.guard.UndecidedMethods;
import dev.gatewright.spring.input.BodyAdvice;
import dev.gatewright.spring.input.BodyFormats;
import dev.gatewright.spring.input.BodyGroups;
import dev.gatewright.spring.input.CoveredValidators;
import dev.gatewright.spring.input.InputProperties;
import dev.gatewright.spring.input.StrictBinding;
import dev.gatewright.spring.input.StrictBodyResolver;
import dev.gatewright.spring.input.StrictPartResolver;
import dev.gatewright.spring.input.StrictReading;
import dev.gatewright.spring.json.StrictJson;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.handler.HandlerExceptionResolverComposite;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Puts what guarded endpoints need into Spring MVC's own parts, whichever way the application
 * configures them: the caller, strict bodies, none of which is read before the first stage is
 * passed, and the answer to failures.
 */
final class WebMvcHardening implements BeanPostProcessor {
  private final ObjectProvider<Gate> gate;
  private final ObjectProvider<StrictJson> json;
  private final ObjectProvider<CallerProperties> caller;
  private final ObjectProvider<InputProperties> input;
  private final ObjectProvider<AskedArguments> asked;
  private final ObjectProvider<ProblemResponses> problems;
  private final ObjectProvider<RefusalResolver> refusals;
  private final ObjectProvider<Validator> validators;

  WebMvcHardening(
      ObjectProvider<Gate> gate,
      ObjectProvider<StrictJson> json,
      ObjectProvider<CallerProperties> caller,
      ObjectProvider<InputProperties> input,
      ObjectProvider<AskedArguments> asked,
      ObjectProvider<ProblemResponses> problems,
      ObjectProvider<RefusalResolver> refusals,
      ObjectProvider<Validator> validators) {
    this.gate = gate;
    this.json = json;
    this.caller = caller;
    this.input = input;
    this.asked = asked;
    this.problems = problems;
    this.refusals = refusals;
    this.validators = validators;
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String beanName) {
    if (bean instanceof StandardServletMultipartResolver resolver) {
      // Otherwise a whole upload is read before its handler is even known.
      resolver.setResolveLazily(true);
    }
    return bean;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    if (bean instanceof RequestMappingHandlerAdapter adapter
        && adapter.getArgumentResolvers() != null) {
      List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();
      // First of all: Spring would make a Caller of what the request says.
      resolvers.add(new CallerResolver(gate.getObject(), caller.getObject().realm()));
      BodyAdvice advice = BodyAdvice.of(adapter);
      BodyFormats formats = input.getObject().bodyFormats();
      StrictReading reading =
          new StrictReading(
              advice,
              formats,
              json.getObject(),
              BodyGroups.of(adapter),
              new CoveredValidators(validators),
              gate.getObject());
      resolvers.add(
          new StrictPartResolver(
              adapter.getMessageConverters(), advice, reading, gate.getObject()));
      resolvers.add(
          new StrictBodyResolver(
              adapter.getMessageConverters(), advice, formats, reading, gate.getObject()));
      resolvers.add(
          new GuardedArgumentResolver(
              adapter.getArgumentResolvers(), UndecidedMethods::isGuarded, asked.getObject()));
      resolvers.addAll(adapter.getArgumentResolvers());
      adapter.setArgumentResolvers(resolvers);
      StrictBinding.of(adapter, input.getObject().localeOfNumbers());
    }
    if (bean instanceof HandlerExceptionResolverComposite composite
        && composite.getExceptionResolvers() != null) {
      composite.setExceptionResolvers(withOurs(composite.getExceptionResolvers()));
    } else if (bean instanceof HandlerExceptionResolver resolver
        && beanName.equals(DispatcherServlet.HANDLER_EXCEPTION_RESOLVER_BEAN_NAME)) {
      HandlerExceptionResolverComposite composite = new HandlerExceptionResolverComposite();
      composite.setExceptionResolvers(withOurs(List.of(resolver)));
      return composite;
    }
    return bean;
  }

  /**
   * Adds what answers refusals before the application's exception handlers, for a DispatcherServlet
   * that knows this bean only; and what answers failures after them, before Spring's own answers.
   */
  private List<HandlerExceptionResolver> withOurs(List<HandlerExceptionResolver> known) {
    List<HandlerExceptionResolver> resolvers = new ArrayList<>(known);
    resolvers.add(Math.min(1, resolvers.size()), new FailureResolver(problems.getObject()));
    resolvers.add(0, refusals.getObject());
    return resolvers;
  }
}
