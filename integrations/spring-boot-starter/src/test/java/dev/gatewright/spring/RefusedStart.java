package dev.gatewright.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatewright.spring.startup.StartUpException;
import java.util.ArrayList;
import java.util.List;

/** Starts applications that must not start. */
public final class RefusedStart {
  private RefusedStart() {}

  public static StartUpException refused(Class<?> source, String... properties) {
    return refused(List.of(source), properties);
  }

  public static StartUpException refused(List<Class<?>> sources, String... properties) {
    Throwable thrown =
        catchThrowable(() -> RunningApplication.startBare(sources, properties).close());
    while (thrown != null && !(thrown instanceof StartUpException)) {
      thrown = thrown.getCause();
    }
    assertThat(thrown).as("the start was refused").isNotNull();
    return (StartUpException) thrown;
  }

  public static String[] jwtAnd(String... properties) {
    List<String> all = new ArrayList<>(RunningApplication.jwt());
    all.addAll(List.of(properties));
    return all.toArray(String[]::new);
  }
}
