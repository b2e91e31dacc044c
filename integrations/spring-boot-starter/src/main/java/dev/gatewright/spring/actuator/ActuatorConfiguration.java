package dev.gatewright.spring.actuator;

import dev.gatewright.micrometer.EndpointMetrics;
import dev.gatewright.micrometer.LimitMetrics;
import dev.gatewright.micrometer.RequestMetrics;
import dev.gatewright.runtime.Gate;
import dev.gatewright.spring.GatewrightAutoConfiguration;
import dev.gatewright.spring.LimitsEndpoint;
import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.undecided.UndecidedEndpoints;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.OperationFilter;
import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;

/** Tells an actuator what the gate decides, where there is one. */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration(
    before = GatewrightAutoConfiguration.class,
    afterName =
        "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
class ActuatorConfiguration {

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({LimitMetrics.class, MeterRegistry.class})
  @ConditionalOnBean(MeterRegistry.class)
  static class Metrics {

    @Bean
    @ConditionalOnMissingBean
    LimitMetrics gatewrightLimitMetrics(MeterRegistry registry) {
      return new LimitMetrics(registry);
    }

    @Bean
    @ConditionalOnMissingBean
    RequestMetrics gatewrightRequestMetrics(MeterRegistry registry) {
      return new RequestMetrics(registry);
    }

    /** Nothing else needs it. */
    @Bean
    @Lazy(false)
    @ConditionalOnMissingBean
    EndpointMetrics gatewrightEndpointMetrics(
        MeterRegistry registry, ObjectProvider<UndecidedEndpoints> undecided) {
      return new EndpointMetrics(
          registry, () -> undecided.stream().mapToInt(UndecidedEndpoints::count).sum());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
  static class Endpoints {

    @Bean
    @ConditionalOnAvailableEndpoint
    LimitsEndpoint gatewrightLimitsEndpoint(Gate gate) {
      return new LimitsEndpoint(gate.limits());
    }

    /**
     * Whoever lists the actuator's handlers opens what tells of the application; that anybody may
     * change its limits is another matter.
     */
    @Bean
    @ConditionalOnAvailableEndpoint(endpoint = LimitsEndpoint.class)
    OperationFilter<WebOperation> gatewrightLimitChanges(Exemptions exemptions) {
      return new LimitChanges(exemptions);
    }
  }

  /** A class, as AspectJ cannot look into lambdas that are beans. */
  private record LimitChanges(Exemptions exemptions) implements OperationFilter<WebOperation> {
    @Override
    public boolean match(WebOperation operation, EndpointId endpoint, Access access) {
      return operation.getType() == OperationType.READ
          || !endpoint.equals(LimitsEndpoint.ID)
          || exemptions.contain(LimitsEndpoint.class);
    }
  }
}
