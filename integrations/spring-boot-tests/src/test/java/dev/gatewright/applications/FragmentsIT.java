package dev.gatewright.applications;

import dev.gatewright.applications.entity.Fragments;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that repositories of Spring Data are made of. */
class FragmentsIT {

  @ParameterizedTest
  @ValueSource(classes = {Fragments.WithFragment.class, Fragments.WithBase.class})
  void whatARepositoryIsMadeOfIsGuarded(Class<?> repositories) {
    Attempt.of(Application.of(repositories, Fragments.Front.class).using(Library.JPA))
        .isRefusedOr(
            running -> {
              running.get("/things").isClosedWith(401);
              if (repositories == Fragments.WithBase.class) {
                running.get("/things/count").isClosedWith(401);
              }
            });
  }
}
