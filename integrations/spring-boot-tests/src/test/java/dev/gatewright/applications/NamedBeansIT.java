package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.proxy.NamedBeans;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An aspect that knows a guard by its bean's name does not answer in its place. */
class NamedBeansIT {
  @ParameterizedTest
  @ValueSource(
      classes = {
        NamedBeans.ByName.class,
        NamedBeans.ByPattern.class,
        NamedBeans.ByOtherName.class,
      })
  void itStopsTheStart(Class<?> aspect) {
    assertThat(
            Application.of(
                    NamedBeans.Advised.class, NamedBeans.Shelf.class, NamedBeans.Desk.class, aspect)
                .using(Library.ASPECTJ)
                .refused())
        .hasMessageContainingAll(aspect.getName(), "stands before the guard of Shelf.open");
  }
}
