package dev.gatewright.spring;

import dev.gatewright.runtime.limit.EffectiveLimits;
import dev.gatewright.runtime.limit.LimitChange;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.convert.DurationStyle;

/**
 * The limits in force, to read and to change. Changes hold until the application stops, and are
 * logged as security events.
 */
@Endpoint(id = "gatewrightlimits")
class LimitsEndpoint {

  /**
   * A limit as it is now.
   *
   * @param limit what it is called here
   * @param per its period (ISO 8601)
   */
  record Limit(
      String limit,
      long permits,
      String per,
      long burst,
      long cost,
      String strategy,
      String key,
      String counted,
      String onLimit,
      String onOutage) {

    static Limit of(LimitPolicy policy) {
      return new Limit(
          policy.shortId(),
          policy.permits(),
          policy.period().toString(),
          policy.burst(),
          policy.cost(),
          policy.strategy().name(),
          policy.key().name(),
          policy.counted().name(),
          policy.onLimit().name(),
          policy.onOutage().name());
    }
  }

  /** All limits. */
  record Limits(List<Limit> limits) {}

  private final EffectiveLimits effective;

  LimitsEndpoint(EffectiveLimits effective) {
    this.effective = effective;
  }

  @ReadOperation
  Limits limits() {
    return new Limits(effective.limits().stream().map(Limit::of).toList());
  }

  @WriteOperation
  Limit change(
      @Selector String limit, @Nullable Long permits, @Nullable String per, @Nullable Long burst) {
    try {
      Duration period = per == null ? null : DurationStyle.detectAndParse(per);
      return Limit.of(effective.change(limit, new LimitChange(permits, period, burst)));
    } catch (IllegalArgumentException refused) {
      String reason = String.valueOf(refused.getMessage());
      throw new InvalidEndpointRequestException(reason, reason, refused);
    }
  }
}
