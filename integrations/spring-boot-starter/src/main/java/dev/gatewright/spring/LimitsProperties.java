package dev.gatewright.spring;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rate limits are counted in this process. Immutable.
 *
 * @param slots keys that each limit can tell apart at the same time, from 8; 18 bytes each
 */
public record LimitsProperties(@DefaultValue("65536") int slots) {}
