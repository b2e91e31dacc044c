package dev.gatewright.spring.json;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

/** Reads the bodies of guarded endpoints as strictly as the application's own modules let it. */
@Configuration(proxyBeanMethods = false)
public class JsonConfiguration {

  /** Spring Boot adds it to the mappers that it makes. */
  @Bean
  static UnguardedTypes gatewrightUnguardedTypes() {
    return new UnguardedTypes();
  }

  @Bean
  static UnguardedTypes.OfMappers gatewrightMappers() {
    return new UnguardedTypes.OfMappers();
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

  /** Where applications have mappers of Jackson 2, too. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "com.fasterxml.jackson.databind.ObjectMapper")
  static class OfJackson2 {
    @Bean
    static Jackson2Mappers gatewrightJackson2Mappers(ConfigurableListableBeanFactory beans) {
      return new Jackson2Mappers(beans);
    }
  }
}
