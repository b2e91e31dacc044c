package dev.gatewright.runtime.problem;

/**
 * One thing that is wrong with the input.
 *
 * @param path where, {@code transfer.amount}
 * @param message what would be right; never holds the offending value
 */
public record Violation(String path, String message) {}
