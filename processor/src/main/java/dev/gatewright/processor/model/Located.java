package dev.gatewright.processor.model;

/**
 * A value and where it was written.
 *
 * @param value the value
 * @param spot the annotation value, or the annotation where the value is a default
 * @param <T> the value's type
 */
public record Located<T>(T value, SourceSpot spot) {}
