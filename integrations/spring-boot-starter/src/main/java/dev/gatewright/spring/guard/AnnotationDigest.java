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
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * Sums up the annotations of loaded classes as the processor summed them up when it generated a
 * guard: one line for each annotated element, sorted, without values that are equal to their
 * defaults.
 */
final class AnnotationDigest {
  private static final int BYTES = 8;

  private static final List<Class<? extends Annotation>> ONCE =
      List.of(Public.class, Secured.class, ValidatedInput.class);

  private AnnotationDigest() {}

  /** The digest of a type and everything it inherits from; sixteen hexadecimal digits. */
  static String of(Set<Class<?>> types) {
    List<String> lines = new ArrayList<>();
    for (Class<?> type : types) {
      addLine(type, lines);
      for (Method method : type.getDeclaredMethods()) {
        // Compilers copy annotations to bridges.
        if (!method.isBridge()) {
          addLine(method, lines);
        }
      }
    }
    Collections.sort(lines);
    String text = String.join("\n", lines);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void addLine(AnnotatedElement element, List<String> lines) {
    if (!GuardAnnotations.bears(element)) {
      return;
    }
    StringBuilder line = new StringBuilder(name(element));
    for (Class<? extends Annotation> type : ONCE) {
      Annotation annotation = element.getDeclaredAnnotation(type);
      if (annotation != null) {
        line.append(' ').append(text(annotation));
      }
    }
    for (RateLimited limit : element.getDeclaredAnnotationsByType(RateLimited.class)) {
      line.append(' ').append(text(limit));
    }
    lines.add(line.toString());
  }

  /** A method without its class, as guards name it: {@code find(java.util.UUID)}. */
  static String signature(Method method) {
    StringJoiner text = new StringJoiner(",", method.getName() + "(", ")");
    for (Class<?> parameter : method.getParameterTypes()) {
      text.add(name(parameter));
    }
    return text.toString();
  }

  private static String name(AnnotatedElement element) {
    if (element instanceof Method method) {
      return name(method.getDeclaringClass()) + "." + signature(method);
    }
    Class<?> type = (Class<?>) element;
    return type.isArray() ? name(type.getComponentType()) + "[]" : type.getName();
  }

  private static String text(Annotation annotation) {
    List<String> members = new ArrayList<>();
    for (Method member : annotation.annotationType().getDeclaredMethods()) {
      String value = text(ReflectionUtils.invokeMethod(member, annotation));
      Object byDefault = member.getDefaultValue();
      if (byDefault == null || !text(byDefault).equals(value)) {
        members.add(member.getName() + "=" + value);
      }
    }
    Collections.sort(members);
    return "@"
        + annotation.annotationType().getSimpleName()
        + "("
        + String.join(",", members)
        + ")";
  }

  private static String text(@Nullable Object value) {
    if (value != null && value.getClass().isArray()) {
      StringJoiner elements = new StringJoiner(",", "{", "}");
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.add(text(Array.get(value, i)));
      }
      return elements.toString();
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
