package dev.gatewright.redis;

import dev.gatewright.runtime.limit.SharedLimitChanges;
import io.lettuce.core.KeyValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Changes of limits in Redis, for all instances of an application: one hash, whose fields are the
 * limits. One command each, which no request waits for. Thread-safe.
 *
 * <p>What Redis loses is withdrawn: with {@code appendonly yes} a restart loses nothing.
 */
public final class RedisLimitChanges implements SharedLimitChanges {
  private final Commands commands;
  private final String key;

  /** Changes of the limits whose counters are on this connection. */
  public RedisLimitChanges(RedisConnection connection) {
    this.commands = connection.commands();
    this.key = connection.keyPrefix() + ":{limits}:changes";
  }

  /**
   * {@inheritDoc}
   *
   * @throws RedisUnavailableException if Redis does not answer within a second
   */
  @Override
  public Map<String, String> find(Set<String> limits) {
    // Not the whole hash: whatever else is in it is no business of this application's.
    String[] fields = limits.toArray(String[]::new);
    List<KeyValue<String, String>> values = commands.askAside(redis -> redis.hmget(key, fields));
    Map<String, String> texts = new HashMap<>();
    values.forEach(value -> value.ifHasValue(text -> texts.put(value.getKey(), text)));
    return texts;
  }

  /**
   * {@inheritDoc}
   *
   * @throws RedisUnavailableException if Redis does not answer within a second; the text may then
   *     be kept or not
   */
  @Override
  public void keep(String limit, String text) {
    commands.askAside(redis -> redis.hset(key, limit, text));
  }

  /**
   * {@inheritDoc}
   *
   * @throws RedisUnavailableException if Redis does not answer within a second; the text may then
   *     be forgotten or not
   */
  @Override
  public void withdraw(String limit) {
    commands.askAside(redis -> redis.hdel(key, limit));
  }
}
