package dev.gatewright.processor.scan;

import java.util.ArrayList;
import java.util.List;

/** Joins the paths of a type and of its methods. */
final class Paths {
  private Paths() {}

  /** Every path of the type with every path of the method, joined by {@code |}. */
  static String join(List<String> ofType, List<String> ofMethod) {
    List<String> joined = new ArrayList<>();
    for (String prefix : orEmpty(ofType)) {
      for (String path : orEmpty(ofMethod)) {
        joined.add(concatenate(prefix, path));
      }
    }
    return String.join("|", joined);
  }

  private static List<String> orEmpty(List<String> paths) {
    return paths.isEmpty() ? List.of("") : paths;
  }

  private static String concatenate(String prefix, String path) {
    String start = withLeadingSlash(prefix);
    String end = withLeadingSlash(path);
    if (start.endsWith("/") && !end.isEmpty()) {
      start = start.substring(0, start.length() - 1);
    }
    String whole = start + end;
    return whole.isEmpty() ? "/" : whole;
  }

  private static String withLeadingSlash(String path) {
    return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
  }
}
