package dev.gatewright.processor.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Writes a type as it should be in the sources.
 *
 * @param valid paths to the parts that need {@code @Valid}
 * @param lists whether lists should stand in place of arrays
 */
record ValidTypeText(Set<List<Integer>> valid, boolean lists) {

  String of(TypeMirror type) {
    return of(type, List.of());
  }

  private String of(TypeMirror type, List<Integer> path) {
    List<String> parts = new ArrayList<>();
    for (TypeMirror part : ValidationAnnotations.parts(type).toList()) {
      List<Integer> further = new ArrayList<>(path);
      further.add(parts.size());
      parts.add(of(part, further));
    }
    return (valid.contains(path) ? "@Valid " : "") + named(type, parts);
  }

  private String named(TypeMirror type, List<String> parts) {
    if (type instanceof ArrayType) {
      return lists ? "List<" + parts.get(0) + ">" : parts.get(0) + "[]";
    }
    if (type instanceof WildcardType wildcard) {
      String keyword = wildcard.getExtendsBound() == null ? "? super " : "? extends ";
      return parts.isEmpty() ? "?" : keyword + parts.get(0);
    }
    String name = ElementNames.simple(type);
    return parts.isEmpty() ? name : name + "<" + String.join(", ", parts) + ">";
  }
}
