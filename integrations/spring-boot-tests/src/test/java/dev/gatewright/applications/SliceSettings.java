package dev.gatewright.applications;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The settings of the other applications, for those that Spring's test framework starts. */
public final class SliceSettings
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Map<String, Object> settings = new TreeMap<>();
    for (String property : Application.of().using(Library.JPA).allProperties()) {
      int equals = property.indexOf('=');
      settings.put(property.substring(0, equals), property.substring(equals + 1));
    }
    settings.put("spring.jpa.hibernate.ddl-auto", "create");
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("all", settings));
  }

  /** The credential of somebody who may open the vault. */
  public static String keeper() {
    return "Bearer " + Tokens.withRole("keeper");
  }
}
