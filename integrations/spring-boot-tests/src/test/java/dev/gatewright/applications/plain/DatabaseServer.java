package dev.gatewright.applications.plain;

import java.sql.SQLException;
import org.h2.tools.Server;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** As applications let developers look into their database. */
@Configuration(proxyBeanMethods = false)
public class DatabaseServer {
  @Bean(initMethod = "start", destroyMethod = "stop")
  Server console() throws SQLException {
    return Server.createWebServer("-webPort", "0");
  }
}
