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

  /** Starts without any. */
  public StartUpProblems() {}

  /** Runs a check, and keeps its refusal. Throws whatever else it throws. */
  public void collect(Runnable check) {
    make(
        () -> {
          check.run();
          return check;
        });
  }

  /**
   * Makes something, and keeps the refusal that prevents it. Throws whatever else is thrown.
   *
   * @return null where it was refused
   */
  public <T> @Nullable T make(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (RuntimeException failure) {
      StartUpException refusal = refusalIn(failure);
      if (refusal == null) {
        throw failure;
      }
      for (StartUpException each : refusal.all()) {
        refusals.putIfAbsent(each.getMessage(), each);
      }
      return null;
    }
  }

  /** The refusal behind what Spring throws, be it of a property that cannot be read. */
  private static @Nullable StartUpException refusalIn(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
      if (cause instanceof StartUpException refusal) {
        return refusal;
      }
      cause = cause.getCause();
    }
    cause = failure;
    for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
      if (cause instanceof ConfigurationPropertiesBindException unreadable) {
        return UnreadableProperty.refusal(unreadable);
      }
      cause = cause.getCause();
    }
    return null;
  }

  /**
   * Refuses the start for all that was collected.
   *
   * @throws StartUpException if there is any
   */
  public void throwIfAny() {
    if (!refusals.isEmpty()) {
      throw StartUpException.of(List.copyOf(refusals.values()));
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
