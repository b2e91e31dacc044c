package dev.gatewright.processor.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One limit of an endpoint, named.
 *
 * @param key whose calls are counted together; {@code ARGUMENT} where {@code keyedBy} says it
 * @param burst 0 where the strategy's own holds
 * @param maxWait zero where no call waits
 * @param keyedBy the class that makes the key of the arguments; null where it needs none
 * @param sharedBy the type whose endpoints share it; null where the endpoint has it to itself
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
    Duration maxWait,
    String onLimit,
    String onOutage,
    @Nullable ConsultedClass keyedBy,
    @Nullable ClassReference sharedBy) {}
