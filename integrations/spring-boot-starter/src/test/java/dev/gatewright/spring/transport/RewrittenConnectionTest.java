package dev.gatewright.spring.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.bank.BankApplication;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.catalina.valves.SSLValve;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Valves of Tomcat, added in code, that say something else of a connection than is. */
@ExtendWith(OutputCaptureExtension.class)
class RewrittenConnectionTest {

  /** Of a machine, signed by itself; as a proxy would send it in a header. */
  private static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBPjCB5KADAgECAgkArj3lC15tEYUwCgYIKoZIzj0EAwIwEjEQMA4GA1UEAxMH
      bWFjaGluZTAgFw0yNjExMjkxNjAwMDhaGA8yMTI2MTEwNTE2MDAwOFowEjEQMA4G
      A1UEAxMHbWFjaGluZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABF8HdRPN41bb
      G0obi453k/alHsdKUYzqqbWllGeJ8jtetlbNHDFYKQwFUWLqO7uh6sIR+2krjdLd
      z1AL5N0Wr9mjITAfMB0GA1UdDgQWBBS3+8BlPRgVbGGyPDcihhgZwMWPFzAKBggq
      hkjOPQQDAgNJADBGAiEAhV9+tLJumRbN2vijOSNSxK4bn3q1ebFb5uOrsEfR6iYC
      IQDE7Kf/p5ce2rLcik7ptqN6KF8sZix1T4ZuoywshOnBow==
      -----END CERTIFICATE-----
      """;

  /** Adds valves as applications do, beneath all filters. */
  abstract static class Valves {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> valves() {
      return factory -> factory.addEngineValves(valve());
    }

    abstract Valve valve();
  }

  @Configuration(proxyBeanMethods = false)
  static class RemoteIp extends Valves {
    @Override
    Valve valve() {
      RemoteIpValve valve = new RemoteIpValve();
      valve.setProtocolHeader("X-Forwarded-Proto");
      return valve;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnValve extends Valves {
    @Override
    Valve valve() {
      return new ValveBase() {
        @Override
        public void invoke(Request request, Response response)
            throws IOException, jakarta.servlet.ServletException {
          String client = request.getHeader("X-Real-Client");
          if (client != null) {
            request.setRemoteAddr(client);
          }
          if (request.getHeader("X-Certificate") != null) {
            request.setAttribute(ServerConnection.CERTIFICATES, new X509Certificate[1]);
          }
          getNext().invoke(request, response);
        }
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Ssl extends Valves {
    @Override
    Valve valve() {
      return new SSLValve();
    }
  }

  /** Without any wrapper, as the request's attributes are everybody's. */
  @Configuration(proxyBeanMethods = false)
  static class CertificateFilter {
    @Bean
    FilterRegistrationBean<Filter> certificates() {
      FilterRegistrationBean<Filter> filter =
          new FilterRegistrationBean<>(
              (request, response, chain) -> {
                request.setAttribute(ServerConnection.CERTIFICATES, new X509Certificate[1]);
                chain.doFilter(request, response);
              });
      filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
      return filter;
    }
  }

  /** A port for what is decrypted in front of it: configured, and so said by nobody else. */
  @Configuration(proxyBeanMethods = false)
  static class SecurePort {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> port() {
      return factory ->
          factory.addConnectorCustomizers(
              connector -> {
                connector.setSecure(true);
                connector.setScheme("https");
              });
    }
  }

  private static RunningApplication with(Class<?> configuration, String... more) {
    List<String> properties = new ArrayList<>(RunningApplication.jwt());
    properties.add("gatewright.transport.https=required-except-loopback");
    properties.addAll(List.of(more));
    return RunningApplication.startBare(
        List.of(configuration, BankApplication.class), properties.toArray(String[]::new));
  }

  /** What stands before the gate's filter is exempt here, as the start would stop otherwise. */
  private static String exempting(Class<?> type) {
    return "gatewright.exemptions=" + type.getName();
  }

  @Test
  void whoChoosesAnAddressByAValveIsRefusedAndTheLogSaysOnceWhatToDo(CapturedOutput output) {
    try (RunningApplication bank = with(RemoteIp.class)) {
      for (int i = 0; i < 3; i++) {
        HttpResponse<String> chosen = bank.get("/rates", "X-Forwarded-For", "198.51.100." + i);
        assertThat(chosen.statusCode()).isEqualTo(503);
        assertThat(chosen.body()).doesNotContain("Valve", "trusted-proxies");
      }
      assertThat(bank.get("/rates").statusCode()).isEqualTo(200);
    }
    assertThat(output.getAll().split("Guarded endpoints refuse such requests", -1)).hasSize(2);
    assertThat(output)
        .contains("the client's address is not the connection's own")
        .contains("org.apache.catalina.valves.RemoteIpValve")
        .contains("'gatewright.transport.trusted-proxies'")
        .doesNotContain("198.51.100.");
  }

  /** What is left of the header once the valve took its part is what the client made up. */
  @Test
  void behindATrustedProxyTheRestOfTheHeaderIsNotBelieved() {
    try (RunningApplication bank =
        with(RemoteIp.class, "gatewright.transport.trusted-proxies=127.0.0.1")) {
      assertThat(bank.get("/rates", "X-Forwarded-For", "203.0.113.9, 198.51.100.7").statusCode())
          .isEqualTo(503);
    }
  }

  @Test
  void aPlainConnectionDoesNotBecomeHttpsByAValve() {
    try (RunningApplication bank = with(RemoteIp.class, "gatewright.transport.https=required")) {
      assertThat(bank.get("/rates").statusCode()).isEqualTo(403);
      assertThat(
              bank.get("/rates", "X-Forwarded-For", "127.0.0.1", "X-Forwarded-Proto", "https")
                  .statusCode())
          .isEqualTo(503);
    }
  }

  @ParameterizedTest
  @CsvSource({"X-Real-Client, 198.51.100.7, address", "X-Certificate, yes, certificate"})
  void aValveOfTheApplicationIsNoticedToo(
      String header, String value, String what, CapturedOutput output) {
    try (RunningApplication bank = with(OwnValve.class, exempting(OwnValve.class))) {
      assertThat(bank.get("/rates", header, value).statusCode()).isEqualTo(503);
      assertThat(bank.get("/rates").statusCode()).isEqualTo(200);
    }
    assertThat(output).contains("the client's " + what, "RewrittenConnectionTest$OwnValve");
  }

  @Test
  void aCertificateThatTheValveForProxiesReadsFromAHeaderIsNoticed(CapturedOutput output) {
    try (RunningApplication bank = with(Ssl.class)) {
      String header = CERTIFICATE.strip().replace('\n', ' ');
      assertThat(bank.get("/rates", "ssl_client_cert", header).statusCode()).isEqualTo(503);
      assertThat(bank.get("/rates").statusCode()).isEqualTo(200);
    }
    assertThat(output)
        .contains("the client's certificate", "org.apache.catalina.valves.SSLValve")
        .doesNotContain("CN=machine");
  }

  @Test
  void aFilterThatInventsACertificateIsNoticed(CapturedOutput output) {
    try (RunningApplication bank =
        with(CertificateFilter.class, exempting(CertificateFilter.class))) {
      assertThat(bank.get("/rates").statusCode()).isEqualTo(503);
    }
    assertThat(output).contains("the client's certificate is not the connection's own");
  }

  @Test
  void aPortThatIsConfiguredForDecryptedRequestsIsSecure() {
    try (RunningApplication bank = with(SecurePort.class, "gatewright.transport.https=required")) {
      assertThat(bank.get("/rates").statusCode()).isEqualTo(200);
    }
  }
}
