package dev.gatewright.applications.mapping;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Mappings that are empty when the application has started. */
@Configuration(proxyBeanMethods = false)
public class LateHandlers {
  @Bean
  Empty emptyMapping() {
    Empty mapping = new Empty();
    mapping.setOrder(-1);
    return mapping;
  }

  /** Takes handlers at any time. */
  public static class Empty extends SimpleUrlHandlerMapping {
    public void add(String path, Object handler) {
      registerHandlers(Map.of(path, handler));
    }
  }
}
