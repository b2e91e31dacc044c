package dev.gatewright.spring;

import dev.gatewright.runtime.limit.EffectiveLimits;
import dev.gatewright.runtime.limit.LimitChange;
import dev.gatewright.runtime.limit.LimitNotSharedException;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The limits in force, to read and to change. Changes hold until they are withdrawn or the
 * application stops; with Redis at all instances, and until they are withdrawn. They are logged as
 * security events. Over HTTP they can be changed only where this class is listed as exempt.
 */
@Endpoint(id = "gatewrightlimits")
public class LimitsEndpoint {
  public static final EndpointId ID = EndpointId.of("gatewrightlimits");

  /**
   * A limit as it is now.
   *
   * @param limit what it is called here
   * @param per its period (ISO 8601)
   * @param configured its numbers by code and configuration; null where they are in force
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
      String onOutage,
      @Nullable Numbers configured) {

    static Limit of(LimitPolicy policy, LimitPolicy configured) {
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
          policy.onOutage().name(),
          policy.equals(configured) ? null : Numbers.of(configured));
    }
  }

  /**
   * The numbers of a limit that can be changed.
   *
   * @param per its period (ISO 8601)
   */
  record Numbers(long permits, String per, long burst) {

    static Numbers of(LimitPolicy policy) {
      return new Numbers(policy.permits(), policy.period().toString(), policy.burst());
    }
  }

  /** All limits. */
  record Limits(List<Limit> limits) {}

  private final EffectiveLimits effective;

  public LimitsEndpoint(EffectiveLimits effective) {
    this.effective = effective;
  }

  @ReadOperation
  Limits limits() {
    return new Limits(effective.limits().stream().map(this::shown).toList());
  }

  @WriteOperation
  Limit change(
      @Selector String limit, @Nullable Long permits, @Nullable String per, @Nullable Long burst) {
    return answer(
        () -> {
          Duration period = per == null ? null : DurationStyle.detectAndParse(per);
          return effective.change(limit, new LimitChange(permits, period, burst));
        });
  }

  @DeleteOperation
  Limit withdraw(@Selector String limit) {
    return answer(() -> effective.withdraw(limit));
  }

  private Limit answer(Supplier<LimitPolicy> change) {
    try {
      return shown(change.get());
    } catch (IllegalArgumentException refused) {
      String reason = String.valueOf(refused.getMessage());
      throw new InvalidEndpointRequestException(reason, reason, refused);
    } catch (LimitNotSharedException unreachable) {
      throw new ResponseStatusException(
          HttpStatus.SERVICE_UNAVAILABLE, unreachable.getMessage(), unreachable);
    }
  }

  private Limit shown(LimitPolicy policy) {
    return Limit.of(policy, effective.configured(policy.id()));
  }
}
