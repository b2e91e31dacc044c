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

/** Guards {@link Reports}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Reports.class,
    annotations = "c0ca1aff17890540"
)
class ReportsGuard extends Reports implements Guard {
  /**
   * Reports.reports: by bearer; role analyst or auditor; role manager; scope reports:read; MFA;
   * acr urn:example:silver; acr urn:example:gold; authenticated no more than 90 minutes ago; 1,000
   * per hour for each caller (token bucket) shared by the endpoints of Reporting; 5,000,000,000
   * per 30 days for each caller (token bucket) shared by the endpoints of Reporting; validated,
   * body up to 65,536 bytes and 3 levels.
   */
  static final EndpointPolicy REPORTS =
      EndpointPolicy.of(Reports.class, "reports", String.class)
          .secured()
          .schemes(Scheme.BEARER)
          .anyRole("analyst", "auditor")
          .anyRole("manager")
          .allScopes("reports:read")
          .mfa()
          .acr("urn:example:silver")
          .acr("urn:example:gold")
          .maxAuthAge(Duration.ofMinutes(90))
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

  /**
   * Reports.audit: by bearer or api key; role analyst or auditor; acr urn:example:silver;
   * authenticated no more than 90 minutes ago; 3 per 250 milliseconds for each caller (token
   * bucket); 1,000 per hour for each caller (token bucket) shared by the endpoints of Reporting;
   * 5,000,000,000 per 30 days for each caller (token bucket) shared by the endpoints of Reporting.
   */
  static final EndpointPolicy AUDIT =
      EndpointPolicy.of(Reports.class, "audit")
          .secured()
          .schemes(Scheme.BEARER, Scheme.API_KEY)
          .anyRole("analyst", "auditor")
          .acr("urn:example:silver")
          .maxAuthAge(Duration.ofMinutes(90))
          .limit(
              LimitPolicy.named("audit")
                  .permits(3, Duration.ofMillis(250))
                  .strategy(Strategy.TOKEN_BUCKET)
                  .key(LimitKey.CALLER)
                  .build())
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
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(REPORTS, AUDIT);

  private final Gate gate;

  ReportsGuard(Gate gate) {
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
    return super.reports(since);
  }

  @Override
  protected String audit() {
    gate.enter(AUDIT);
    return super.audit();
  }
}
