package dev.gatewright.processor.model;

/**
 * A parameter of an endpoint.
 *
 * @param nullable whether null is a value it may have, by an annotation named Nullable or because
 *     it is an Optional
 */
public record Parameter(String name, TypeUse type, boolean nullable) {}
