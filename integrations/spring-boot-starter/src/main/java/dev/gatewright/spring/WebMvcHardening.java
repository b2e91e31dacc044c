package dev.gatewright.spring;

import dev.gatewright.runtime.Gate;
import dev.gatewright.spring.json.StrictJson;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Reads bodies of guarded endpoints strictly, and none before the first stage is passed. */
final class WebMvcHardening implements BeanPostProcessor {
  private final ObjectProvider<Gate> gate;
  private final ObjectProvider<StrictJson> json;

  WebMvcHardening(ObjectProvider<Gate> gate, ObjectProvider<StrictJson> json) {
    this.gate = gate;
    this.json = json;
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
      resolvers.add(
          new StrictBodyResolver(
              adapter.getMessageConverters(),
              BodyAdvice.of(adapter),
              json.getObject(),
              gate.getObject()));
      resolvers.addAll(adapter.getArgumentResolvers());
      adapter.setArgumentResolvers(resolvers);
      StrictBinding.of(adapter);
    }
    return bean;
  }
}
