package dev.gatewright.spring.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.bank.BankApplication;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ForwardedHeaderFilter;

/** A filter that believes forwarded headers of anybody may come before the gate. */
class ForwardedHeaderFilterTest {

  /** As applications declare it. */
  @Configuration(proxyBeanMethods = false)
  static class Forwarding {
    @Bean
    FilterRegistrationBean<ForwardedHeaderFilter> forwardedHeaderFilter() {
      FilterRegistrationBean<ForwardedHeaderFilter> filter =
          new FilterRegistrationBean<>(new ForwardedHeaderFilter());
      filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
      return filter;
    }
  }

  private static RunningApplication bank;

  @BeforeAll
  static void start() {
    List<String> properties = new ArrayList<>(RunningApplication.jwt());
    properties.add("gatewright.transport.https=required-except-loopback");
    bank =
        RunningApplication.startBare(
            List.of(Forwarding.class, BankApplication.class), properties.toArray(String[]::new));
  }

  @AfterAll
  static void stop() {
    bank.close();
  }

  @Test
  void thisMachineIsServed() {
    assertThat(bank.get("/rates").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"proto=https;for=203.0.113.7", "proto=https", "for=127.0.0.1"})
  void nobodyIsTakenAtTheirWordAboutTheWay(String forwarded) {
    assertThat(bank.get("/rates", "Forwarded", forwarded).statusCode()).isEqualTo(403);
  }
}
