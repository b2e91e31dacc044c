package dev.gatewright.processor.model;

/**
 * A parameter, or a property of what it holds, whose constraints nothing applies.
 *
 * @param type the type that has the constraints
 * @param fix how to apply them
 */
public record UncheckedInput(String type, String fix, SourceSpot spot) {}
