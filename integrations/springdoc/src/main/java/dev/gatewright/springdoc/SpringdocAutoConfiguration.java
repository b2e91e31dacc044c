package dev.gatewright.springdoc;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.problem.Problem;
import dev.gatewright.spring.GatewrightAutoConfiguration;
import dev.gatewright.spring.problem.ProblemBody;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Describes guarded endpoints where springdoc writes documents of them. */
@AutoConfiguration(after = {GatewrightAutoConfiguration.class, SpringDocConfiguration.class})
@ConditionalOnBean({Gate.class, SpringDocConfiguration.class})
class SpringdocAutoConfiguration {

  @Bean
  GuardedOperations gatewrightGuardedOperations(
      Gate gate, ObjectProvider<Authenticator> authenticators, ObjectProvider<ProblemBody> form) {
    ProblemBody own = form.getIfAvailable();
    // Clients do not send the caller; springdoc knows no other place to say so.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    return new GuardedOperations(
        gate.limits(),
        new AcceptedSchemes(authenticators.stream().map(Authenticator::scheme).toList()),
        own == null ? Problem.MEDIA_TYPE : own.mediaType());
  }

  @Bean
  DescribedSchemes gatewrightDescribedSchemes() {
    return new DescribedSchemes();
  }
}
