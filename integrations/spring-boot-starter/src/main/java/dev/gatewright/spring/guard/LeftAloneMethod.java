package dev.gatewright.spring.guard;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A method that a guard leaves alone, as the container sets its class up by it.
 *
 * @param signature as {@link AnnotationDigest} has it
 * @param reason the annotation or supertype that makes the container call it
 */
record LeftAloneMethod(String signature, String reason) {
  private static final String INHERITED = "inherited @";
  private static final String OF_TYPE = "type @";
  private static final String OF_METHOD = "@";

  /** Reads what {@code GuardOf.leftAlone} says of one method. */
  static LeftAloneMethod of(String text) {
    int end = text.indexOf(' ');
    return end < 0
        ? new LeftAloneMethod(text, "")
        : new LeftAloneMethod(text.substring(0, end), text.substring(end + 1));
  }

  /**
   * Whether the container still has its reason.
   *
   * @param types the guarded class, then everything that it inherits from
   */
  boolean isLeftAlone(Set<Class<?>> types) {
    if (reason.startsWith(INHERITED)) {
      return declarations(types).anyMatch(each -> bears(each, INHERITED));
    }
    if (reason.startsWith(OF_TYPE)) {
      return types.stream().anyMatch(each -> bears(each, OF_TYPE));
    }
    if (reason.startsWith(OF_METHOD)) {
      return declarations(types).limit(1).anyMatch(each -> bears(each, OF_METHOD));
    }
    return types.stream().anyMatch(each -> each.getName().equals(reason));
  }

  private Stream<Method> declarations(Set<Class<?>> types) {
    return types.stream()
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(method -> AnnotationDigest.signature(method).equals(signature));
  }

  private boolean bears(AnnotatedElement element, String where) {
    String name = reason.substring(where.length());
    return Stream.of(element.getDeclaredAnnotations())
        .anyMatch(each -> each.annotationType().getName().equals(name));
  }
}
