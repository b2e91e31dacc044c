package dev.gatewright.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * One {@code @RateLimited} as written. Names of enum constants stand for the constants.
 *
 * @param keyedBy the class that makes the key of the arguments; null where {@code key} says it
 */
public record LimitSpec(
    Located<Long> permits,
    Located<String> per,
    Located<String> strategy,
    Located<String> key,
    Located<Long> burst,
    Located<Long> cost,
    Located<String> count,
    Located<String> maxWait,
    Located<String> onLimit,
    Located<String> onOutage,
    @Nullable ConsultedClass keyedBy,
    Located<String> name,
    Origin origin,
    SourceSpot spot) {

  /** Whether a value was written; it is a default otherwise. */
  public boolean states(Located<?> value) {
    return !value.spot().equals(spot);
  }
}
