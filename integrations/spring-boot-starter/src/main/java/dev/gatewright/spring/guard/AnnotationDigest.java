package dev.gatewright.spring.guard;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * Sums up the annotations of loaded classes as the processor summed them up when it generated a
 * guard: one line for each annotated element, sorted, without values that are equal to their
 * defaults.
 */
final class AnnotationDigest {
  private static final int BYTES = 8;

  private AnnotationDigest() {}

  /** The digest of a type and everything it inherits from; sixteen hexadecimal digits. */
  static String of(Set<Class<?>> types) {
    String text =
        types.stream()
            .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredMethods())))
            .flatMap(AnnotationDigest::lines)
            .sorted()
            .collect(Collectors.joining("\n"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Stream<String> lines(AnnotatedElement element) {
    if (element instanceof Method method && method.isBridge()) {
      // Compilers copy annotations to them.
      return Stream.of();
    }
    List<Annotation> annotations = new ArrayList<>();
    Stream.of(Public.class, Secured.class, ValidatedInput.class)
        .<Annotation>map(element::getDeclaredAnnotation)
        .filter(Objects::nonNull)
        .forEach(annotations::add);
    annotations.addAll(List.of(element.getDeclaredAnnotationsByType(RateLimited.class)));
    return annotations.isEmpty()
        ? Stream.of()
        : Stream.of(
            annotations.stream()
                .map(AnnotationDigest::text)
                .collect(Collectors.joining(" ", name(element) + " ", "")));
  }

  /** A method without its class, as guards name it: {@code find(java.util.UUID)}. */
  static String signature(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(AnnotationDigest::name)
        .collect(Collectors.joining(",", method.getName() + "(", ")"));
  }

  private static String name(AnnotatedElement element) {
    if (element instanceof Method method) {
      return name(method.getDeclaringClass()) + "." + signature(method);
    }
    Class<?> type = (Class<?>) element;
    return type.isArray() ? name(type.getComponentType()) + "[]" : type.getName();
  }

  private static String text(Annotation annotation) {
    return Arrays.stream(annotation.annotationType().getDeclaredMethods())
        .filter(member -> !isDefault(member, annotation))
        .map(member -> member.getName() + "=" + text(valueOf(member, annotation)))
        .sorted()
        .collect(
            Collectors.joining(",", "@" + annotation.annotationType().getSimpleName() + "(", ")"));
  }

  private static boolean isDefault(Method member, Annotation annotation) {
    Object byDefault = member.getDefaultValue();
    return byDefault != null && text(byDefault).equals(text(valueOf(member, annotation)));
  }

  private static @Nullable Object valueOf(Method member, Annotation annotation) {
    return ReflectionUtils.invokeMethod(member, annotation);
  }

  private static String text(@Nullable Object value) {
    if (value != null && value.getClass().isArray()) {
      return IntStream.range(0, Array.getLength(value))
          .mapToObj(index -> text(Array.get(value, index)))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof Class<?> type) {
      return name(type);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value instanceof String text
        ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
        : String.valueOf(value);
  }
}
