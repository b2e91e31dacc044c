package dev.gatewright.applications.mistake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;

/** Two handlers, each mapped by the name of its bean, that nothing guards. */
@Configuration(proxyBeanMethods = false)
public class UnguardedPages {

  @Bean("/terms")
  Terms terms() {
    return new Terms();
  }

  @Bean("/prices")
  Prices prices() {
    return new Prices();
  }

  public static class Terms implements HttpRequestHandler {
    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
      response.setStatus(200);
    }
  }

  public static class Prices implements HttpRequestHandler {
    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
      response.setStatus(200);
    }
  }
}
