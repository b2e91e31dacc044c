package dev.gatewright.spring.tls;

import dev.gatewright.Scheme;
import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ForwardedHeaderFilter;

/** Finds the endpoints below. */
@SpringBootApplication
public class TlsEndpoints {

  /** Believes what anybody says of the way. */
  @Bean
  FilterRegistrationBean<ForwardedHeaderFilter> forwardedHeaderFilter() {
    FilterRegistrationBean<ForwardedHeaderFilter> filter =
        new FilterRegistrationBean<>(new ForwardedHeaderFilter());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @RestController
  static class Machines {
    @GetMapping("/machine")
    @Secured(schemes = Scheme.MUTUAL_TLS, scopes = "ledger:read")
    String machine(Caller caller) {
      return caller.scheme() + " " + caller.subject();
    }
  }

  @RestController
  static class People {
    @GetMapping("/me")
    @Secured(schemes = {Scheme.BEARER, Scheme.DPOP})
    String me(Caller caller) {
      return caller.scheme() + " " + caller.subject();
    }

    @PostMapping("/me")
    @Secured(schemes = {Scheme.BEARER, Scheme.DPOP})
    String change(Caller caller) {
      return caller.scheme() + " " + caller.subject();
    }
  }
}
