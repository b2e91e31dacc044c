package dev.gatewright.processor.model;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.OnOutage;
import dev.gatewright.Strategy;
import dev.gatewright.limit.DurationText;
import dev.gatewright.limit.LimitDefinition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One {@code @RateLimited} as written.
 *
 * @param keyedBy the class that makes the key of the arguments; null where {@code key} says it
 * @param plans the class that knows the plans of callers; null where it holds for everybody
 * @param plan the plan it holds for; empty for all that no other limit names
 */
public record LimitSpec(
    Located<Long> permits,
    Located<String> per,
    Located<Strategy> strategy,
    Located<LimitKey> key,
    Located<Long> burst,
    Located<Long> cost,
    Located<Counted> count,
    Located<String> maxWait,
    Located<OnLimit> onLimit,
    Located<OnOutage> onOutage,
    @Nullable ConsultedClass keyedBy,
    @Nullable ConsultedClass plans,
    Located<String> plan,
    Located<String> name,
    Origin origin,
    SourceSpot spot) {

  /** Whether a value was written; it is a default otherwise. */
  public boolean states(Located<?> value) {
    return !value.spot().equals(spot);
  }

  /** Whether another limit is on the same element, and for plans of the same class. */
  public boolean sharesPlansWith(LimitSpec other) {
    return plans != null
        && other.plans != null
        && plans.type().equals(other.plans.type())
        && origin.equals(other.origin);
  }

  /** What it says of the limit; a duration that cannot be read is zero. */
  public LimitDefinition definition() {
    LimitKey countedBy = keyedBy == null ? key.value() : LimitKey.ARGUMENT;
    return LimitDefinition.of(strategy.value(), countedBy)
        .counted(count.value())
        .permits(permits.value(), DurationText.parse(per.value()).orElse(Duration.ZERO))
        .burst(burst.value())
        .cost(cost.value())
        .maxWait(DurationText.parse(maxWait.value()).orElse(Duration.ZERO))
        .build();
  }
}
