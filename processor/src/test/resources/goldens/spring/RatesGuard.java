package dev.gatewright.golden;

import dev.gatewright.Counted;
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

/** Guards {@link Rates}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Rates.class,
    annotations = "826f571a42e23f8a"
)
public class RatesGuard extends Rates implements Guard {
  /**
   * GET /rates|/rates/all/**&#47;*|/v1/rates/|/v1/rates/all/**&#47;*: open to anybody (rates are
   * "public" *&#47; &#60;script&#62; &#92;u002a/ &#64;see {&#64;link x} $T $L %s); 30 per minute
   * for each address (sliding window) shared by the endpoints of Rates.
   */
  static final EndpointPolicy ALL =
      EndpointPolicy.of(Rates.class, "all")
          .route("GET", "/rates|/rates/all/**/*|/v1/rates/|/v1/rates/all/**/*")
          .open("rates are \"public\" */ <script> \\u002a/ @see {@link x} $T $L %s")
          .sharedLimit(
              Rates.class,
              LimitPolicy.named("rates")
                  .permits(30, Duration.ofMinutes(1))
                  .strategy(Strategy.SLIDING_WINDOW)
                  .key(LimitKey.ADDRESS)
                  .build())
          .build();

  /**
   * GET /rates/daily|/v1/rates/daily: open to anybody (rates are "public" *&#47; &#60;script&#62;
   * &#92;u002a/ &#64;see {&#64;link x} $T $L %s); 3 per hour for everybody together (fixed
   * window); 30 per minute for each address (sliding window) shared by the endpoints of Rates.
   */
  static final EndpointPolicy DAILY =
      EndpointPolicy.of(Rates.class, "daily")
          .route("GET", "/rates/daily|/v1/rates/daily")
          .open("rates are \"public\" */ <script> \\u002a/ @see {@link x} $T $L %s")
          .limit(
              LimitPolicy.named("daily.rates")
                  .permits(3, Duration.ofHours(1))
                  .strategy(Strategy.FIXED_WINDOW)
                  .key(LimitKey.GLOBAL)
                  .build())
          .sharedLimit(
              Rates.class,
              LimitPolicy.named("rates")
                  .permits(30, Duration.ofMinutes(1))
                  .strategy(Strategy.SLIDING_WINDOW)
                  .key(LimitKey.ADDRESS)
                  .build())
          .build();

  /**
   * PUT|PATCH /rates/{currency}|/v1/rates/{currency}: open to anybody (rates are "public" *&#47;
   * &#60;script&#62; &#92;u002a/ &#64;see {&#64;link x} $T $L %s); 5 failed authentications per 10
   * minutes for each address (token bucket); 30 per minute for each address (sliding window)
   * shared by the endpoints of Rates.
   */
  static final EndpointPolicy CHANGE =
      EndpointPolicy.of(Rates.class, "change", String.class)
          .route("PUT|PATCH", "/rates/{currency}|/v1/rates/{currency}")
          .open("rates are \"public\" */ <script> \\u002a/ @see {@link x} $T $L %s")
          .limit(
              LimitPolicy.named("change")
                  .permits(5, Duration.ofMinutes(10))
                  .strategy(Strategy.TOKEN_BUCKET)
                  .key(LimitKey.ADDRESS)
                  .counted(Counted.FAILED_AUTHENTICATIONS)
                  .build())
          .sharedLimit(
              Rates.class,
              LimitPolicy.named("rates")
                  .permits(30, Duration.ofMinutes(1))
                  .strategy(Strategy.SLIDING_WINDOW)
                  .key(LimitKey.ADDRESS)
                  .build())
          .build();

  /**
   * any method /rates|/v1/rates/: open to anybody (rates are "public" *&#47; &#60;script&#62;
   * &#92;u002a/ &#64;see {&#64;link x} $T $L %s); 30 per minute for each address (sliding window)
   * shared by the endpoints of Rates.
   */
  static final EndpointPolicy ANYTHING =
      EndpointPolicy.of(Rates.class, "anything")
          .route("*", "/rates|/v1/rates/")
          .open("rates are \"public\" */ <script> \\u002a/ @see {@link x} $T $L %s")
          .sharedLimit(
              Rates.class,
              LimitPolicy.named("rates")
                  .permits(30, Duration.ofMinutes(1))
                  .strategy(Strategy.SLIDING_WINDOW)
                  .key(LimitKey.ADDRESS)
                  .build())
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(ALL, DAILY, CHANGE,
      ANYTHING);

  private final Gate gate;

  public RatesGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public String all() {
    gate.enter(ALL);
    return super.all();
  }

  @Override
  public String daily() {
    gate.enter(DAILY);
    return super.daily();
  }

  @Override
  public void change(String currency) {
    gate.enter(CHANGE);
    super.change(currency);
  }

  @Override
  public void anything() {
    gate.enter(ANYTHING);
    super.anything();
  }
}
