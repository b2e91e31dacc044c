package dev.gatewright.runtime.challenge;

/**
 * Whom a challenge is for: nobody else's answer counts, nor one for another limit.
 *
 * @param limitId the limit that refused
 * @param key whose calls the limit counts together
 * @param clientAddress where the client calls from
 */
public record ChallengeSubject(String limitId, String key, String clientAddress) {}
