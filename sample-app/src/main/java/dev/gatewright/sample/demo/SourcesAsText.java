package dev.gatewright.sample.demo;

import org.springframework.boot.web.server.MimeMappings;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/** Lets browsers show the sources that the index page names, and not download them. */
@Component
class SourcesAsText implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

  @Override
  public void customize(ConfigurableServletWebServerFactory server) {
    MimeMappings mappings = new MimeMappings(MimeMappings.DEFAULT);
    mappings.add("java", "text/plain;charset=UTF-8");
    server.setMimeMappings(mappings);
  }
}
