package dev.gatewright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Rules that hand-written equality keeps. */
public final class Values {
  private Values() {}

  /**
   * Each part of a value counts in its equality, and nothing else does.
   *
   * @param values makes new values at each call: one, and for each of its fields another that
   *     differs in this field only
   */
  public static void checkEquality(Supplier<List<?>> values) {
    List<?> some = values.get();
    List<?> same = values.get();

    assertThat(some)
        .hasSize(1 + fields(some.get(0).getClass()))
        .doesNotHaveDuplicates()
        .doesNotContainNull()
        .isEqualTo(same)
        .hasSameHashCodeAs(same)
        .hasToString(same.toString());
    assertThat(some.get(0)).isNotSameAs(same.get(0)).isNotEqualTo(null).isNotEqualTo("another");
  }

  /** Each part of a value is in its text; takes the same values. */
  public static void checkText(Supplier<List<?>> values) {
    assertThat(values.get().stream().map(Object::toString)).doesNotHaveDuplicates();
  }

  private static int fields(Class<?> type) {
    return (int)
        Stream.of(type.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .count();
  }
}
