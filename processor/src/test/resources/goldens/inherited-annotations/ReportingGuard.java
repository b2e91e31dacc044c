package dev.gatewright.golden;

import dev.gatewright.LimitKey;
import dev.gatewright.Scheme;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.Passage;
import dev.gatewright.runtime.input.Violations;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Reporting}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Reporting.class,
    annotations = "1d4a100d2c266bba"
)
class ReportingGuard implements Reporting, Guard {
  /**
   * Reporting.reports: by bearer or api key; scope reports:read; authenticated no more than 1 day
   * ago; 1,000 per hour for each caller (token bucket) shared by the endpoints of Reporting;
   * 5,000,000,000 per 30 days for each caller (token bucket) shared by the endpoints of Reporting;
   * validated, body up to 65,536 bytes and 3 levels.
   */
  static final EndpointPolicy REPORTS =
      EndpointPolicy.of(Reporting.class, "reports", String.class)
          .secured()
          .schemes(Scheme.BEARER, Scheme.API_KEY)
          .allScopes("reports:read")
          .maxAuthAge(Duration.ofDays(1))
          .sharedLimit(
              Reporting.class,
              LimitPolicy.named("reporting")
                  .permits(1_000, Duration.ofHours(1))
                  .strategy(Strategy.TOKEN_BUCKET)
                  .key(LimitKey.CALLER)
                  .build())
          .sharedLimit(
              Reporting.class,
              LimitPolicy.named("monthly")
                  .permits(5_000_000_000L, Duration.ofDays(30))
                  .strategy(Strategy.TOKEN_BUCKET)
                  .key(LimitKey.CALLER)
                  .build())
          .body(65_536, 3)
          .parameterNames("since")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(REPORTS);

  private final Gate gate;

  private final Reporting delegate;

  ReportingGuard(Reporting delegate, Gate gate) {
    this.delegate = delegate;
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public List<String> reports(String since) {
    // Checks transport, limits, authentication and access, which need no argument.
    Passage passage = gate.enter(REPORTS);
    // Validates the arguments and reports all violations together.
    Violations violations = passage.violations();
    violations.check(this, new Object[] {since});
    violations.refuseIfAny();
    return delegate.reports(since);
  }
}
