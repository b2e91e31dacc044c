package dev.gatewright.processor.model;

/** One {@code @RateLimited} as written. Names of enum constants stand for the constants. */
public record LimitSpec(
    Located<Long> permits,
    Located<String> per,
    Located<String> strategy,
    Located<String> key,
    Located<Long> burst,
    Located<Long> cost,
    Located<String> count,
    Located<String> name,
    Origin origin,
    SourceSpot spot) {}
