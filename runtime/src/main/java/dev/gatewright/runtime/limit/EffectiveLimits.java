package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The limits in force: as the annotations declare them, with other numbers where the configuration
 * says so, and with others again where somebody changed them since. Thread-safe.
 *
 * <p>A limit may be called by its whole {@link LimitPolicy#id()}, by {@code Type.method#name} (or
 * {@code Type#name} where a type's endpoints share it), or by its name alone, as long as that means
 * only one.
 *
 * <p>A change holds in this process, until it ends. With {@link SharedLimitChanges} it holds for
 * all instances whose code and configuration give the limit the same numbers, from their next
 * {@link #refresh} on; those that start later have it too.
 */
public final class EffectiveLimits implements RateLimiter {
  private static final Logger log = LoggerFactory.getLogger(EffectiveLimits.class);

  private final RateLimiter limiter;
  private final Map<String, LimitChange> configured;
  private final @Nullable SharedLimitChanges shared;
  private final BiConsumer<LimitPolicy, LimitPolicy> onChange;
  private final Map<String, Numbered> limits = new ConcurrentSkipListMap<>();
  private volatile boolean complete;

  /** Shared changes that were logged as ignored, by the limit's id. */
  private final Map<String, String> ignored = new ConcurrentHashMap<>();

  /**
   * Held while others are asked, which may take seconds. Whoever makes a limit ready does not wait
   * for it; but nobody takes over what was found before a change of this process's own.
   */
  private final Object changing = new Object();

  /** A limit as the annotation says it, with the numbers of the configuration, and as it is now. */
  private record Numbered(LimitPolicy declared, LimitPolicy configured, LimitPolicy inForce) {}

  /**
   * Starts without limits.
   *
   * @param limiter who counts
   * @param configured other numbers, by what the limits are called
   * @param shared where changes are kept for all instances; null where they hold in this process
   * @param onChange told of each change at run time, whoever made it: the limit before and after
   */
  public EffectiveLimits(
      RateLimiter limiter,
      Map<String, LimitChange> configured,
      @Nullable SharedLimitChanges shared,
      BiConsumer<LimitPolicy, LimitPolicy> onChange) {
    this.limiter = limiter;
    this.configured = Map.copyOf(configured);
    this.shared = shared;
    this.onChange = onChange;
  }

  /** All limits that are in use, with the numbers that are in force. */
  public List<LimitPolicy> limits() {
    return limits.values().stream().map(Numbered::inForce).toList();
  }

  /**
   * A limit with the numbers that it has by code and configuration.
   *
   * @param name what the limit is called
   * @throws IllegalArgumentException if no limit or more than one is called so; says what to do
   */
  public LimitPolicy configured(String name) {
    return known(name).configured();
  }

  @Override
  public synchronized LimitGroup group(List<LimitPolicy> group) {
    List<Numbered> numbered = group.stream().map(this::numbered).toList();
    LimitGroup counted = limiter.group(numbered.stream().map(Numbered::inForce).toList());
    numbered.forEach(limit -> limits.put(limit.declared().id(), limit));
    return counted;
  }

  @Override
  public void verify(LimitPolicy limit) {
    limiter.verify(limit);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException also if more than its permits, period and burst would change
   * @throws LimitNotSharedException if the change cannot be kept for all instances; the old numbers
   *     then stay
   */
  @Override
  public void change(LimitPolicy limit) {
    synchronized (changing) {
      LimitPolicy before = known(limit.id()).configured();
      limit.require(
          limit.equals(before.withNumbers(limit.permits(), limit.period(), limit.burst())),
          "all but its permits, period and burst is part of the program",
          "change numbers only");
      limiter.verify(limit);
      String text = SharedLimitChange.of(limit, before).toString();
      share(limit.id(), changes -> changes.keep(limit.id(), text));
      apply(limit);
    }
  }

  /**
   * Gives a limit other numbers at run time, from the next request on. Of changes that several
   * instances make at once the last holds for all.
   *
   * @param name what the limit is called
   * @return the limit as it now is
   * @throws IllegalArgumentException if no limit or more than one is called so, or it cannot be
   *     kept with these numbers; says what to do, and nothing is changed
   * @throws LimitNotSharedException if the change cannot be kept for all instances; nothing is
   *     changed here, and elsewhere only if it was kept though nobody said so
   */
  public LimitPolicy change(String name, LimitChange change) {
    synchronized (changing) {
      LimitPolicy changed = change.applyTo(known(name).inForce());
      change(changed);
      return changed;
    }
  }

  /**
   * Gives a limit the numbers back that it has by code and configuration, from the next request on.
   *
   * @param name what the limit is called
   * @return the limit as it now is
   * @throws IllegalArgumentException if no limit or more than one is called so; says what to do
   * @throws LimitNotSharedException if the other instances cannot be told; nothing is changed here,
   *     and elsewhere only if it was done though nobody said so
   */
  public LimitPolicy withdraw(String name) {
    synchronized (changing) {
      LimitPolicy before = known(name).configured();
      share(before.id(), changes -> changes.withdraw(before.id()));
      apply(before);
      return before;
    }
  }

  /**
   * Takes over what other instances changed or withdrew; does nothing where changes are not shared.
   * What was changed where code and configuration have other numbers, what cannot be read and what
   * cannot be kept is logged, and leaves its limit as it is.
   *
   * @throws RuntimeException if the changes cannot be reached; all limits stay as they are
   */
  public void refresh() {
    synchronized (changing) {
      Set<String> ids = Set.copyOf(limits.keySet());
      if (shared == null || ids.isEmpty()) {
        return;
      }
      Map<String, String> texts = shared.find(ids);
      ids.forEach(id -> takeOver(id, texts.get(id)));
    }
  }

  /**
   * To be called when all limits are known.
   *
   * @throws IllegalArgumentException if the configuration names a limit that is not there, or one
   *     name means several
   */
  public void requireAllConfiguredKnown() {
    configured.keySet().forEach(this::known);
    complete = true;
  }

  private Numbered numbered(LimitPolicy limit) {
    Numbered known = limits.get(limit.id());
    if (known != null && limit.equals(known.declared())) {
      return known; // As it was configured, or changed since.
    }
    LimitPolicy asConfigured = asConfigured(limit);
    return new Numbered(limit, asConfigured, asConfigured);
  }

  private LimitPolicy asConfigured(LimitPolicy limit) {
    for (Map.Entry<String, LimitChange> entry : configured.entrySet()) {
      if (limit.isCalled(entry.getKey()) && !(complete && isOfAnother(entry.getKey(), limit))) {
        return entry.getValue().applyTo(limit);
      }
    }
    return limit;
  }

  /** Whether a name meant another limit before this one came: its numbers are not for both. */
  private boolean isOfAnother(String name, LimitPolicy limit) {
    return called(name, limits()).stream().anyMatch(other -> !other.hasIdOf(limit));
  }

  private void share(String id, Consumer<SharedLimitChanges> what) {
    if (shared != null) {
      try {
        what.accept(shared);
      } catch (RuntimeException unreachable) {
        throw new LimitNotSharedException(id, unreachable);
      }
    }
  }

  private void takeOver(String id, @Nullable String text) {
    LimitPolicy before = Objects.requireNonNull(limits.get(id)).configured();
    if (text == null) {
      ignored.remove(id);
      apply(before);
      return;
    }
    try {
      LimitPolicy changed = SharedLimitChange.parse(text).applyTo(before);
      limiter.verify(changed);
      apply(changed);
      ignored.remove(id);
    } catch (IllegalArgumentException e) {
      // Not the text itself: nobody knows who wrote it, nor how long it is.
      String beginning = text.substring(0, Math.min(text.length(), SharedLimitChange.MAX_LENGTH));
      if (!beginning.equals(ignored.put(id, beginning))) {
        log.warn("A change of limit {} is ignored: {}", id, e.getMessage());
      }
    }
  }

  private synchronized void apply(LimitPolicy limit) {
    Numbered known = Objects.requireNonNull(limits.get(limit.id()));
    LimitPolicy before = known.inForce();
    if (!before.equals(limit)) {
      limiter.change(limit);
      limits.put(limit.id(), new Numbered(known.declared(), known.configured(), limit));
      onChange.accept(before, limit);
    }
  }

  private Numbered known(String name) {
    List<LimitPolicy> meant = called(name, limits());
    if (meant.size() != 1) {
      throw new IllegalArgumentException(notOne(name, meant));
    }
    return Objects.requireNonNull(limits.get(meant.get(0).id()));
  }

  private static List<LimitPolicy> called(String name, Collection<LimitPolicy> limits) {
    return limits.stream().filter(limit -> limit.isCalled(name)).toList();
  }

  private String notOne(String name, List<LimitPolicy> meant) {
    List<String> names = new ArrayList<>();
    for (LimitPolicy limit : meant.isEmpty() ? limits() : meant) {
      names.add(meant.isEmpty() ? limit.shortId() : limit.id());
    }
    return "%s limit is called %s. Fix: use one of %s."
        .formatted(meant.isEmpty() ? "no" : "more than one", name, String.join(", ", names));
  }
}
