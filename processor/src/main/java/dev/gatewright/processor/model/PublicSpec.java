package dev.gatewright.processor.model;

/** One {@code @Public} as written. */
public record PublicSpec(Located<String> reason, Origin origin, SourceSpot spot) {}
