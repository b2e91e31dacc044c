package dev.gatewright.processor.model;

import java.util.List;

/** One {@code @ValidatedInput} as written. */
public record InputSpec(
    Located<Integer> maxBodyBytes,
    Located<Integer> maxDepth,
    List<TypeUse> groups,
    Origin origin,
    SourceSpot spot) {}
