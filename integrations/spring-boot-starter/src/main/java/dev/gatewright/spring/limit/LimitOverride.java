package dev.gatewright.spring.limit;

import dev.gatewright.runtime.limit.LimitChange;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Other numbers for a limit. Immutable.
 *
 * @param permits permits per period; absent to leave them
 * @param per the period; absent to leave it
 * @param burst permits that may be taken at once, of buckets only; absent to leave it in proportion
 *     to the permits
 */
public record LimitOverride(@Nullable Long permits, @Nullable Duration per, @Nullable Long burst) {

  LimitChange change() {
    return new LimitChange(permits, per, burst);
  }
}
