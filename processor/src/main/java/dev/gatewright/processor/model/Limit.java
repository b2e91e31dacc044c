package dev.gatewright.processor.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One limit of an endpoint, named.
 *
 * @param sharedBy the type whose endpoints share it; null where the endpoint has it to itself
 * @param burst 0 where the strategy's own holds
 */
public record Limit(
    String name,
    long permits,
    Duration period,
    String strategy,
    String key,
    long burst,
    long cost,
    String counted,
    @Nullable ClassReference sharedBy) {}
