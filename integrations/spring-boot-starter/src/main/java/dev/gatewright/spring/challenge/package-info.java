/**
 * Makes the challenge of the properties {@code gatewright.challenge}. Start at {@code
 * ChallengeConfiguration}.
 */
@NullMarked
package dev.gatewright.spring.challenge;

import org.jspecify.annotations.NullMarked;
