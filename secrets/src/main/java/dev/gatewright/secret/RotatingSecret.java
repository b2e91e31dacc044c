package dev.gatewright.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is derived from the versions of one secret, such as its peppers or signing keys, kept up to
 * date. Made by {@link Secrets}. Thread-safe; asking takes no lock unless a version is due to be
 * withdrawn at that moment.
 *
 * <p>While the source is down, or holds a version that nothing can be derived from, the last good
 * value is served, a warning without anything secret is logged, and {@link #failures} grows.
 * Versions are withdrawn on time all the same.
 *
 * @param <T> what is derived; immutable
 */
public final class RotatingSecret<T> implements Supplier<T> {
  private static final Logger log = LoggerFactory.getLogger(RotatingSecret.class);

  /** How long a request waits for another one's reading. */
  private static final Duration MAX_WAIT = Duration.ofSeconds(1);

  private final String name;
  private final Function<SecretVersions, T> derivation;
  private final SecretListener<? super T> listener;
  private final RotationSettings settings;

  private final ReentrantLock reading = new ReentrantLock();
  private final Object changes = new Object();
  private final AtomicLong failures = new AtomicLong();
  private volatile Served<T> served;
  private @Nullable Instant readOnDemand;

  RotatingSecret(
      String name,
      Function<SecretVersions, T> derivation,
      SecretListener<? super T> listener,
      RotationSettings settings) {
    this.name = name;
    this.derivation = derivation;
    this.listener = listener;
    this.settings = settings;
    SecretVersions read = settings.source().read(name);
    Instant now = now();
    this.served = serve(AcceptedVersions.first(read, now, settings.overlap()), now);
  }

  /** What is derived from the versions that are accepted now. */
  @Override
  public T get() {
    Served<T> now = served;
    Instant end = now.nextWithdrawal();
    if (end == null || now().isBefore(end)) {
      return now.value();
    }
    return withdrawEnded();
  }

  /**
   * What is derived after reading again, as something was presented that no accepted version
   * explains: another process may have seen a rotation first. Reads on this thread, at most once
   * per cool-down whatever is presented; while another thread reads, waits for it, at most a
   * second. Never throws for a source that is down.
   */
  public T refreshed() {
    try {
      if (reading.tryLock(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          refreshOnDemand();
        } finally {
          reading.unlock();
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return get();
  }

  /** How often reading again has failed since this was made. */
  public long failures() {
    return failures.get();
  }

  @Override
  public String toString() {
    return "RotatingSecret[" + name + "]";
  }

  /** Reads again and withdraws what is due, whether or not the source answers. Throws nothing. */
  void refresh() {
    reading.lock();
    try {
      read();
      get();
    } catch (RuntimeException failure) {
      failed(failure);
    } finally {
      reading.unlock();
    }
  }

  /** How long until a version is due to be withdrawn; null if none is. */
  @Nullable Duration untilWithdrawal() {
    Instant end = served.nextWithdrawal();
    return end == null ? null : Duration.between(now(), end);
  }

  private void refreshOnDemand() {
    Instant now = now();
    Instant last = readOnDemand;
    // A clock that was put back must not keep rotations from being seen until it catches up.
    if (last == null || now.isBefore(last) || !now.isBefore(last.plus(settings.coolDown()))) {
      readOnDemand = now;
      read();
    }
  }

  private void read() {
    try {
      SecretVersions read = settings.source().read(name);
      synchronized (changes) {
        Instant now = now();
        change(served.accepted().next(read, now, settings.overlap()), now);
      }
    } catch (RuntimeException failure) {
      failed(failure);
    }
  }

  private T withdrawEnded() {
    synchronized (changes) {
      change(served.accepted(), now());
      return served.value();
    }
  }

  private void change(AcceptedVersions accepted, Instant now) {
    Served<T> before = served;
    SecretVersions versions = accepted.at(now);
    if (versions.all().equals(before.versions().all())) {
      served =
          new Served<>(accepted, before.versions(), before.value(), accepted.nextWithdrawal(now));
      return;
    }
    Served<T> after = serve(accepted, now);
    served = after;
    List<SecretValue> withdrawn =
        before.versions().all().stream().filter(each -> !versions.all().contains(each)).toList();
    log.info(
        "The secret '{}' has changed: {} version(s) accepted, {} withdrawn",
        name,
        versions.all().size(),
        withdrawn.size());
    tell(before.value(), after.value(), withdrawn);
  }

  private Served<T> serve(AcceptedVersions accepted, Instant now) {
    SecretVersions versions = accepted.at(now);
    return new Served<>(
        accepted, versions, derivation.apply(versions), accepted.nextWithdrawal(now));
  }

  private void tell(T before, T now, List<SecretValue> withdrawn) {
    try {
      listener.changed(before, now, withdrawn);
    } catch (RuntimeException failure) {
      log.warn("A listener of the secret '{}' failed with {}", name, failure.getClass().getName());
    }
  }

  private void failed(RuntimeException failure) {
    long count = failures.incrementAndGet();
    if (failure instanceof SecretUnavailableException unavailable) {
      log.warn(
          "A secret could not be read again (failure {}), its last good value stays in use. {}",
          count,
          unavailable.getMessage());
    } else {
      // Nobody knows what its message quotes.
      log.warn(
          "The secret '{}' could not be read again or used (failure {}: {}), its last good value"
              + " stays in use",
          name,
          count,
          failure.getClass().getName());
    }
  }

  private Instant now() {
    return settings.clock().instant();
  }

  private record Served<T>(
      AcceptedVersions accepted,
      SecretVersions versions,
      T value,
      @Nullable Instant nextWithdrawal) {}
}
