package dev.gatewright.spring.startup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.core.env.Environment;

/**
 * Collects refusals of a start that do not depend on each other, so that one start tells all of
 * them. Not thread-safe.
 */
public final class StartUpProblems {
  private static final int MAX_CAUSES = 32;

  /** By message: what several parts need is refused for each of them. */
  private final Map<String, StartUpException> refusals = new LinkedHashMap<>();

  /** The first failure that is no refusal, as of a bean of the application's. */
  private @Nullable RuntimeException failure;

  /** Starts without any. */
  public StartUpProblems() {}

  /** Runs a check, and keeps its refusal, or whatever else it throws. */
  public void collect(Runnable check) {
    make(
        () -> {
          check.run();
          return check;
        });
  }

  /**
   * Makes something, and keeps the refusal that prevents it, or whatever else does.
   *
   * @return null where it cannot be made
   */
  public <T> @Nullable T make(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (RuntimeException thrown) {
      StartUpException refusal = refusalIn(thrown);
      if (refusal == null) {
        failure = failure == null ? thrown : failure;
        return null;
      }
      add(refusal);
      return null;
    }
  }

  /** Keeps a refusal. */
  public void add(StartUpException refusal) {
    for (StartUpException each : refusal.all()) {
      refusals.putIfAbsent(each.getMessage(), each);
    }
  }

  /** The refusal behind what Spring throws, be it of a property that cannot be read. */
  private static @Nullable StartUpException refusalIn(Throwable failure) {
    StartUpException refusal = find(StartUpException.class, failure);
    ConfigurationPropertiesBindException unreadable =
        find(ConfigurationPropertiesBindException.class, failure);
    return refusal != null || unreadable == null ? refusal : UnreadableProperty.refusal(unreadable);
  }

  private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
      cause = cause.getCause();
    }
    return null;
  }

  /**
   * Refuses the start for all that was collected.
   *
   * @throws StartUpException if there is a refusal
   * @throws RuntimeException the first other failure, if there was only such
   */
  public void throwIfAny() {
    RuntimeException other = failure;
    if (!refusals.isEmpty()) {
      StartUpException refused = StartUpException.of(List.copyOf(refusals.values()));
      if (other != null) {
        refused.addSuppressed(other);
      }
      throw refused;
    }
    if (other != null) {
      throw other;
    }
  }

  /**
   * Refuses the start for all that was collected, and tells of each property what it holds.
   *
   * @param environment has the properties
   * @throws StartUpException if there is any
   */
  public void throwIfAny(Environment environment) {
    SetProperties set = new SetProperties(environment);
    refusals.replaceAll((message, refusal) -> refusal.with(set.described(refusal.property())));
    throwIfAny();
  }
}
