package dev.gatewright.processor.baseline;

/**
 * Why a baseline cannot be used as it is.
 *
 * @param problem what is wrong, with the option, the file or the line in it
 * @param fix what to do about it
 */
public record Fault(String problem, String fix) {}
