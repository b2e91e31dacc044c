package dev.gatewright.figures;

import dev.gatewright.LimitKey;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Figures}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Figures.class,
    annotations = "7cfe20896a2ee787"
)
class FiguresGuard extends Figures implements Guard {
  /**
   * GET /figures: any authenticated caller; 5 per minute for each subject of another plan than
   * pro, partner (token bucket); 60 per minute for each subject of the plan pro (token bucket); 9
   * per second for each subject of the plan pro (token bucket); 600 per minute for each OAuth
   * client of the plan partner (token bucket); 1,000 per day for each caller of another plan than
   * pro (fixed window) shared by the endpoints of Figures; 50,000 per day for each caller of the
   * plan pro (fixed window) shared by the endpoints of Figures.
   */
  static final EndpointPolicy LIST =
      EndpointPolicy.of(Figures.class, "list")
          .route("GET", "/figures")
          .secured()
          .limit(
              LimitPolicy.named("list")
                  .permits(5, Duration.ofMinutes(1))
                  .strategy(Strategy.TOKEN_BUCKET)
                  .key(LimitKey.SUBJECT)
                  .otherPlans(Plans.class, "pro", "partner")
                  .build())
          .limit(
              LimitPolicy.named("list-pro")
                  .permits(60, Duration.ofMinutes(1))
                  .strategy(Strategy.TOKEN_BUCKET)
                  .key(LimitKey.SUBJECT)
                  .plan(Plans.class, "pro")
                  .build())
          .limit(
              LimitPolicy.named("list-pro-2")
                  .permits(9, Duration.ofSeconds(1))
                  .strategy(Strategy.TOKEN_BUCKET)
                  .key(LimitKey.SUBJECT)
                  .plan(Plans.class, "pro")
                  .build())
          .limit(
              LimitPolicy.named("partners")
                  .permits(600, Duration.ofMinutes(1))
                  .strategy(Strategy.TOKEN_BUCKET)
                  .key(LimitKey.OAUTH_CLIENT)
                  .plan(Plans.class, "partner")
                  .build())
          .sharedLimit(
              Figures.class,
              LimitPolicy.named("figures")
                  .permits(1_000, Duration.ofDays(1))
                  .strategy(Strategy.FIXED_WINDOW)
                  .key(LimitKey.CALLER)
                  .otherPlans(Plans.class, "pro")
                  .build())
          .sharedLimit(
              Figures.class,
              LimitPolicy.named("figures-pro")
                  .permits(50_000, Duration.ofDays(1))
                  .strategy(Strategy.FIXED_WINDOW)
                  .key(LimitKey.CALLER)
                  .plan(Plans.class, "pro")
                  .build())
          .build();

  /**
   * GET /figures/latest: any authenticated caller; 5 per second for each caller (token bucket);
   * 1,000 per day for each caller of another plan than pro (fixed window) shared by the endpoints
   * of Figures; 50,000 per day for each caller of the plan pro (fixed window) shared by the
   * endpoints of Figures.
   */
  static final EndpointPolicy LATEST =
      EndpointPolicy.of(Figures.class, "latest")
          .route("GET", "/figures/latest")
          .secured()
          .limit(
              LimitPolicy.named("latest")
                  .permits(5, Duration.ofSeconds(1))
                  .strategy(Strategy.TOKEN_BUCKET)
                  .key(LimitKey.CALLER)
                  .build())
          .sharedLimit(
              Figures.class,
              LimitPolicy.named("figures")
                  .permits(1_000, Duration.ofDays(1))
                  .strategy(Strategy.FIXED_WINDOW)
                  .key(LimitKey.CALLER)
                  .otherPlans(Plans.class, "pro")
                  .build())
          .sharedLimit(
              Figures.class,
              LimitPolicy.named("figures-pro")
                  .permits(50_000, Duration.ofDays(1))
                  .strategy(Strategy.FIXED_WINDOW)
                  .key(LimitKey.CALLER)
                  .plan(Plans.class, "pro")
                  .build())
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(LIST, LATEST);

  private final Gate gate;

  FiguresGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  String list() {
    gate.enter(LIST);
    return super.list();
  }

  @Override
  String latest() {
    gate.enter(LATEST);
    return super.latest();
  }
}
