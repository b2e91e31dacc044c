package dev.gatewright.applications.tomcat;

import java.net.InetAddress;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.ajp.AbstractAjpProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A second port, for a web server in front that speaks AJP. */
@Configuration(proxyBeanMethods = false)
public class Ajp {
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> ajpConnector() {
    return factory -> {
      Connector connector = new Connector("AJP/1.3");
      connector.setPort(0);
      AbstractAjpProtocol<?> protocol = (AbstractAjpProtocol<?>) connector.getProtocolHandler();
      protocol.setSecretRequired(false);
      protocol.setAddress(InetAddress.getLoopbackAddress());
      factory.addAdditionalConnectors(connector);
    };
  }
}
