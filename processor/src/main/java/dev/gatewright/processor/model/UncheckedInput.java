package dev.gatewright.processor.model;

/**
 * A parameter, or a property of what it holds, whose constraints nothing applies.
 *
 * @param reason why not
 * @param fix how to apply them
 */
public record UncheckedInput(String reason, String fix, SourceSpot spot) {}
