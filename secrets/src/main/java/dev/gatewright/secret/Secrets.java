package dev.gatewright.secret;

import dev.gatewright.runtime.option.Option;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of an application, which rotate while it runs. Each is read once at start, where a
 * missing one is an error, and then again at an interval on one background daemon thread.
 * Thread-safe.
 *
 * <pre>{@code
 * Secrets secrets = Secrets.builder(new FileSecretSource(Path.of("/run/secrets"))).build();
 * RotatingSecret<SecretValue> password = secrets.rotating("mail-password", SecretVersions::current);
 * password.get().text(); // whenever it is needed
 * }</pre>
 *
 * <p>After a rotation the version before stays accepted for the overlap, by the clock, and is then
 * withdrawn; at once if the source says so.
 */
public final class Secrets implements AutoCloseable {

  /** How often secrets are read again unless said otherwise. */
  public static final Duration DEFAULT_REFRESH_INTERVAL = Duration.ofMinutes(1);

  /** How long a replaced version stays accepted unless said otherwise. */
  public static final Duration DEFAULT_OVERLAP = Duration.ofHours(1);

  /** How often a change is looked for at most because something unknown was presented. */
  static final Duration DEFAULT_COOL_DOWN = Duration.ofSeconds(5);

  private static final Duration MIN_REFRESH_INTERVAL = Duration.ofSeconds(1);
  private static final Duration MAX_REFRESH_INTERVAL = Duration.ofDays(1);
  private static final Duration MAX_OVERLAP = Duration.ofDays(366);

  private final RotationSettings settings;
  private final ScheduledExecutorService executor;
  private final boolean ownsExecutor;
  private final Queue<Future<?>> scheduled = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  private Secrets(RotationSettings settings, @Nullable ScheduledExecutorService executor) {
    this.settings = settings;
    this.ownsExecutor = executor == null;
    this.executor =
        executor == null ? Executors.newSingleThreadScheduledExecutor(Secrets::daemon) : executor;
  }

  /** Secrets of this source. */
  public static Builder builder(SecretSource source) {
    return new Builder(source);
  }

  /**
   * Reads a secret and follows it from now on.
   *
   * @param name what the source knows the secret by
   * @param derivation makes what is served of the versions; called again whenever they change; what
   *     it throws for the first versions is passed on, later it is a failure as a source that is
   *     down
   * @throws SecretUnavailableException if there is none of this name, or it cannot be read
   */
  public <T> RotatingSecret<T> rotating(String name, Function<SecretVersions, T> derivation) {
    return rotating(name, derivation, (before, now, withdrawn) -> {});
  }

  /**
   * Reads a secret, follows it from now on, and tells of every change.
   *
   * @param name what the source knows the secret by
   * @param derivation makes what is served of the versions; called again whenever they change; what
   *     it throws for the first versions is passed on, later it is a failure as a source that is
   *     down
   * @param listener is told of every change after this first read
   * @throws SecretUnavailableException if there is none of this name, or it cannot be read
   */
  public <T> RotatingSecret<T> rotating(
      String name, Function<SecretVersions, T> derivation, SecretListener<? super T> listener) {
    if (closed) {
      throw new IllegalStateException(
          "These secrets are closed. Fix: ask for '" + name + "' before.");
    }
    RotatingSecret<T> secret = new RotatingSecret<>(name, derivation, listener, settings);
    schedule(secret);
    return secret;
  }

  /**
   * Stops reading again. What was handed out serves what it has, and still withdraws versions when
   * their time is over.
   */
  @Override
  public void close() {
    closed = true;
    if (ownsExecutor) {
      executor.shutdownNow();
    }
    scheduled.forEach(task -> task.cancel(true));
    scheduled.clear();
  }

  private void schedule(RotatingSecret<?> secret) {
    scheduled.removeIf(Future::isDone);
    scheduled.add(
        executor.schedule(() -> refresh(secret), delay(secret).toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Until the next read, or until the next withdrawal where that comes first. */
  private Duration delay(RotatingSecret<?> secret) {
    Duration interval = settings.refreshInterval();
    Duration untilWithdrawal = secret.untilWithdrawal();
    if (untilWithdrawal == null || untilWithdrawal.compareTo(interval) >= 0) {
      return interval;
    }
    // One that is overdue could not be withdrawn: not to be tried as fast as the machine can.
    return untilWithdrawal.compareTo(Duration.ZERO) > 0
        ? untilWithdrawal.plusMillis(1)
        : MIN_REFRESH_INTERVAL;
  }

  private void refresh(RotatingSecret<?> secret) {
    if (closed) {
      return;
    }
    try {
      secret.refresh();
    } finally {
      if (!closed) {
        schedule(secret);
      }
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "gatewright-secrets");
    thread.setDaemon(true);
    return thread;
  }

  /** Collects the settings. Not thread-safe. */
  public static final class Builder {
    private final SecretSource source;
    private Duration refreshInterval = DEFAULT_REFRESH_INTERVAL;
    private Duration overlap = DEFAULT_OVERLAP;
    private InstantSource clock = InstantSource.system();
    private @Nullable ScheduledExecutorService executor;

    private Builder(SecretSource source) {
      this.source = Objects.requireNonNull(source);
    }

    /**
     * How often secrets are read again: from 1 second to 1 day, 1 minute unless said otherwise.
     *
     * @throws dev.gatewright.runtime.option.InvalidOptionException if it is not
     */
    public Builder refreshInterval(Duration interval) {
      Option.require(
          interval.compareTo(MIN_REFRESH_INTERVAL) >= 0
              && interval.compareTo(MAX_REFRESH_INTERVAL) <= 0,
          "refreshInterval",
          "is " + interval,
          "use 1 second to 1 day, as PT1M");
      this.refreshInterval = interval;
      return this;
    }

    /**
     * How long a replaced version stays accepted: up to 366 days, 1 hour unless said otherwise, 0
     * for not at all.
     *
     * @throws dev.gatewright.runtime.option.InvalidOptionException if it is negative or longer
     */
    public Builder overlap(Duration accepted) {
      Option.require(
          !accepted.isNegative() && accepted.compareTo(MAX_OVERLAP) <= 0,
          "overlap",
          "is " + accepted,
          "use 0 to 366 days, as PT1H");
      this.overlap = accepted;
      return this;
    }

    /** Tells the time; the system's clock unless said otherwise. */
    public Builder clock(InstantSource instants) {
      this.clock = Objects.requireNonNull(instants);
      return this;
    }

    /** Reads on this executor, which is not closed with the secrets. */
    public Builder executor(ScheduledExecutorService readers) {
      this.executor = Objects.requireNonNull(readers);
      return this;
    }

    /** The secrets. Reads nothing yet. */
    public Secrets build() {
      return new Secrets(
          new RotationSettings(source, refreshInterval, overlap, DEFAULT_COOL_DOWN, clock),
          executor);
    }
  }
}
