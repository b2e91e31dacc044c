package dev.gatewright.runtime.limit;

import java.util.Map;
import java.util.Set;

/**
 * Where all instances of an application find what was changed of their limits: a short text for
 * each limit that is changed, which only {@link EffectiveLimits} writes and reads. Implementations
 * are thread-safe.
 *
 * <p>What they throw where the texts cannot be reached is a {@link RuntimeException} whose message
 * says why; no call takes longer than a few seconds. Texts may have been written by anybody, and
 * lost: a limit whose text is gone is as it was configured.
 */
public interface SharedLimitChanges {

  /**
   * The texts of these limits; without those that have none.
   *
   * @param limits their {@linkplain dev.gatewright.runtime.policy.LimitPolicy#id() ids}, at least
   *     one
   */
  Map<String, String> find(Set<String> limits);

  /**
   * Keeps a text for a limit in place of the one before; of several at once the last holds.
   *
   * @param limit its id
   * @param text at most 128 characters of ASCII
   */
  void keep(String limit, String text);

  /**
   * Forgets the text of a limit, if there is one.
   *
   * @param limit its id
   */
  void withdraw(String limit);
}
