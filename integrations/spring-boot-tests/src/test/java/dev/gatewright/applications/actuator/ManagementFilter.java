package dev.gatewright.applications.actuator;

import dev.gatewright.applications.filter.AnsweringFilter;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Answers on the actuator's port, before all other filters; where a property asks for it. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnProperty("test.management-filter")
public class ManagementFilter {
  @Bean
  FilterRegistrationBean<AnsweringFilter> managementAnswering() {
    FilterRegistrationBean<AnsweringFilter> registration =
        new FilterRegistrationBean<>(new AnsweringFilter());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }
}
