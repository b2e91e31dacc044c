/**
 * Shares limits, revocations and single use among instances, in Redis or Valkey. Start at {@link
 * dev.gatewright.redis.RedisConnection}; on it are {@link dev.gatewright.redis.RedisRateLimiter},
 * {@link dev.gatewright.redis.RedisLimitChanges}, {@link dev.gatewright.redis.RedisRevocations} and
 * {@link dev.gatewright.redis.RedisReplayStore}.
 *
 * <p>Depends on the runtime and secrets; on {@code gatewright-authentication} for the last two.
 */
@NullMarked
package dev.gatewright.redis;

import org.jspecify.annotations.NullMarked;
