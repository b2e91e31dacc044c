package dev.gatewright.spring.explanation;

import org.jspecify.annotations.Nullable;

/**
 * Says why a request is refused, and how it would not be.
 *
 * @param cause what was found, and what is expected; holds no secret
 * @param fix what to set, or to send; null where nothing is to be said
 */
public record Explanation(String cause, @Nullable String fix) {}
