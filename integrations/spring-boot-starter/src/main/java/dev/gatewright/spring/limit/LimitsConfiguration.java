package dev.gatewright.spring.limit;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.limit.SharedLimitChanges;
import dev.gatewright.spring.startup.Property;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts limits in this process, where nothing else counts them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitsProperties.class)
public class LimitsConfiguration {

  @Bean
  @ConditionalOnMissingBean(RateLimiter.class)
  RateLimiter gatewrightRateLimiter(LimitsProperties limits) {
    return limits.inProcess();
  }

  @Bean
  @ConditionalOnBean(SharedLimitChanges.class)
  LimitRefresh gatewrightLimitRefresh(Gate gate, LimitsProperties limits) {
    return Property.build(
        "gatewright.limits.refresh-interval",
        () -> new LimitRefresh(gate.limits(), limits.refreshInterval()));
  }
}
