package dev.gatewright.spring.guard;

import dev.gatewright.spring.startup.StartUpException;
import jakarta.validation.GroupSequence;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;

/**
 * Verifies that constraints are asked in a guard by the groups by which they are asked in its
 * class: no class inherits which groups the default group is (Jakarta Validation 3.1, 5.4.3).
 */
final class DefaultGroups {
  private static final String PROVIDER = "org.hibernate.validator.group.GroupSequenceProvider";

  private DefaultGroups() {}

  /**
   * Compares a guard with its class.
   *
   * @throws StartUpException if constraints of the class would be passed over
   */
  static void verify(Class<?> guard, Class<?> guarded) {
    if (guarded.isInterface()) {
      return;
    }
    for (Annotation each : guarded.getDeclaredAnnotations()) {
      if (each.annotationType().getName().equals(PROVIDER)) {
        throw new StartUpException(
            guarded.getName()
                + " has @GroupSequenceProvider, and what it provides is not meant for the guard,"
                + " which is another class",
            "name the groups with @GroupSequence, or in @ValidatedInput(groups = ...).");
      }
    }
    if (!groups(guarded, guarded).equals(groups(guard, guard))) {
      throw new StartUpException(
          guarded.getName()
              + " has @GroupSequence, which "
              + guard.getName()
              + " does not repeat, so that constraints of its groups would be asked of nobody",
          "make the groups visible in their package, and compile the class again, with the"
              + " annotation processor.");
    }
  }

  /** Without the class itself, which stands for its own constraints. */
  private static List<Class<?>> groups(Class<?> type, Class<?> itself) {
    GroupSequence sequence = type.getDeclaredAnnotation(GroupSequence.class);
    return sequence == null
        ? List.of()
        : Arrays.stream(sequence.value())
            .<Class<?>>map(group -> group == itself ? Object.class : group)
            .toList();
  }
}
