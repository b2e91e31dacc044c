package dev.gatewright.runtime.input;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;

/** Writes paths of violations as clients read them. */
public final class ViolationPath {
  /** Keys come from the client. */
  private static final int MAX_KEY_LENGTH = 32;

  private static final int MAX_LENGTH = 500;

  private ViolationPath() {}

  /**
   * The path below a method: its parameter, properties, indexes, and keys that are plain and short.
   *
   * @param path as Jakarta Validation has it
   * @param parameters the parameters' names as the client knows them, where they are known
   */
  public static String of(Path path, List<String> parameters) {
    StringBuilder text = new StringBuilder();
    for (Path.Node node : path) {
      ElementKind kind = node.getKind();
      if (kind == ElementKind.PARAMETER) {
        int index = node.as(Path.ParameterNode.class).getParameterIndex();
        text.append(index < parameters.size() ? parameters.get(index) : node.getName());
        continue;
      }
      if (kind == ElementKind.METHOD || kind == ElementKind.CONSTRUCTOR) {
        continue;
      }
      if (node.isInIterable()) {
        text.append('[').append(place(node)).append(']');
      }
      String name = kind == ElementKind.CONTAINER_ELEMENT ? null : node.getName();
      if (name != null) {
        text.append(text.isEmpty() ? "" : ".").append(name);
      }
      if (text.length() > MAX_LENGTH) {
        text.setLength(MAX_LENGTH);
        return text.toString();
      }
    }
    return text.toString();
  }

  private static String place(Path.Node node) {
    if (node.getIndex() != null) {
      return node.getIndex().toString();
    }
    return node.getKey() == null ? "" : key(node.getKey());
  }

  /** A key where it is plain and short, else a question mark. */
  public static String key(Object key) {
    String text = key.toString();
    return text.length() <= MAX_KEY_LENGTH && text.chars().allMatch(ViolationPath::isPlain)
        ? text
        : "?";
  }

  private static boolean isPlain(int next) {
    return next == '_' || next == '-' || next == '$' || Character.isLetterOrDigit(next);
  }
}
