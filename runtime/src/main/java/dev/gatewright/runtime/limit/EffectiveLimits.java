package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;

/**
 * The limits in force: as the annotations declare them, with other numbers where the configuration
 * says so, and with others again where somebody changed them since. Thread-safe.
 *
 * <p>A limit may be called by its whole {@link LimitPolicy#id()}, by {@code Type.method#name} (or
 * {@code Type#name} where a type's endpoints share it), or by its name alone, as long as that means
 * only one.
 */
public final class EffectiveLimits implements RateLimiter {

  private final RateLimiter limiter;
  private final Map<String, LimitChange> configured;
  private final BiConsumer<LimitPolicy, LimitPolicy> onChange;
  private final Map<String, LimitPolicy> declared = new ConcurrentHashMap<>();
  private final Map<String, LimitPolicy> limits = new ConcurrentSkipListMap<>();

  /**
   * Starts without limits.
   *
   * @param limiter who counts
   * @param configured other numbers, by what the limits are called
   * @param onChange told of each change at run time: the limit before and after
   */
  public EffectiveLimits(
      RateLimiter limiter,
      Map<String, LimitChange> configured,
      BiConsumer<LimitPolicy, LimitPolicy> onChange) {
    this.limiter = limiter;
    this.configured = Map.copyOf(configured);
    this.onChange = onChange;
  }

  /** All limits that are in use, with the numbers that are in force. */
  public List<LimitPolicy> limits() {
    return List.copyOf(limits.values());
  }

  @Override
  public synchronized LimitGroup group(List<LimitPolicy> group) {
    List<LimitPolicy> effective = group.stream().map(this::asConfigured).toList();
    LimitGroup counted = limiter.group(effective);
    for (int i = 0; i < group.size(); i++) {
      declared.put(group.get(i).id(), group.get(i));
      limits.put(effective.get(i).id(), effective.get(i));
    }
    return counted;
  }

  @Override
  public synchronized void change(LimitPolicy limit) {
    limiter.change(limit);
    LimitPolicy before = limits.put(limit.id(), limit);
    if (before != null && !before.equals(limit)) {
      onChange.accept(before, limit);
    }
  }

  /**
   * Gives a limit other numbers at run time, from the next request on.
   *
   * @param name what the limit is called
   * @return the limit as it now is
   * @throws IllegalArgumentException if no limit or more than one is called so, or it cannot be
   *     kept with these numbers; says what to do, and nothing is changed
   */
  public synchronized LimitPolicy change(String name, LimitChange change) {
    List<LimitPolicy> meant = called(name, limits.values());
    if (meant.size() != 1) {
      throw new IllegalArgumentException(notOne(name, meant));
    }
    LimitPolicy changed = change.applyTo(meant.get(0));
    change(changed);
    return changed;
  }

  /**
   * To be called when all limits are known.
   *
   * @throws IllegalArgumentException if the configuration names a limit that is not there, or one
   *     name means several
   */
  public void requireAllConfiguredKnown() {
    for (String name : configured.keySet()) {
      List<LimitPolicy> meant = called(name, limits.values());
      if (meant.size() != 1) {
        throw new IllegalArgumentException(notOne(name, meant));
      }
    }
  }

  private LimitPolicy asConfigured(LimitPolicy limit) {
    LimitPolicy known = limits.get(limit.id());
    if (known != null && limit.equals(declared.get(limit.id()))) {
      return known; // As it was configured, or changed since.
    }
    for (Map.Entry<String, LimitChange> entry : configured.entrySet()) {
      if (limit.isCalled(entry.getKey())) {
        return entry.getValue().applyTo(limit);
      }
    }
    return limit;
  }

  private static List<LimitPolicy> called(String name, Collection<LimitPolicy> limits) {
    return limits.stream().filter(limit -> limit.isCalled(name)).toList();
  }

  private String notOne(String name, List<LimitPolicy> meant) {
    List<String> names = new ArrayList<>();
    for (LimitPolicy limit : meant.isEmpty() ? limits.values() : meant) {
      names.add(limit.shortId());
    }
    return "%s limit is called %s. Fix: use one of %s."
        .formatted(meant.isEmpty() ? "no" : "more than one", name, String.join(", ", names));
  }
}
