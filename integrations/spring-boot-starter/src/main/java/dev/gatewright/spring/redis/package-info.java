/**
 * Counts limits in Redis, by the properties {@code gatewright.redis}. Start at {@code
 * RedisConfiguration}.
 */
@NullMarked
package dev.gatewright.spring.redis;

import org.jspecify.annotations.NullMarked;
