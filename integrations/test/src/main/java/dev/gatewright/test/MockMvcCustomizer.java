package dev.gatewright.test;

import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.core.Ordered;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;

/** Sets up the MockMvc of Spring Boot; before Boot does, as requests are to meet ours first. */
final class MockMvcCustomizer implements MockMvcBuilderCustomizer, Ordered {
  @Override
  public void customize(ConfigurableMockMvcBuilder<?> builder) {
    builder.apply(GatewrightMockMvcConfigurer.withoutFilters());
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
