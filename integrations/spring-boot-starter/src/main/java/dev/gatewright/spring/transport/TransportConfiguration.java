package dev.gatewright.spring.transport;

import dev.gatewright.runtime.exchange.TrustedProxies;
import dev.gatewright.spring.startup.Property;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Says which proxies stand before the application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransportProperties.class)
public class TransportConfiguration {

  @Bean
  @Lazy(false)
  ForwardedHeadersVerifier gatewrightForwardedHeaders(Environment environment) {
    return new ForwardedHeadersVerifier(environment);
  }

  @Bean
  @ConditionalOnMissingBean(TrustedProxies.class)
  TrustedProxies gatewrightTrustedProxies(TransportProperties transport) {
    Property.build(
        "gatewright.transport.ipv6-prefix",
        () -> TrustedProxies.of(List.of(), transport.ipv6Prefix()));
    return Property.build(
        "gatewright.transport.trusted-proxies",
        () -> TrustedProxies.of(transport.trustedProxies(), transport.ipv6Prefix()));
  }
}
