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

  /**
   * How to get validation to look into what is declared.
   *
   * @param name of the parameter or property
   * @param constrained the type that has constraints
   */
  static String fix(
      Set<List<Integer>> valid, boolean lists, TypeMirror type, String name, String constrained) {
    String text = new ValidTypeText(valid, lists).of(type);
    String plain = new ValidTypeText(Set.of(), false).of(type);
    if (!text.equals(plain) && (!lists || !text.equals(new ValidTypeText(valid, false).of(type)))) {
      return "write '" + text + " " + name + "'";
    }
    return lists
        ? "hold them in a List there"
        : "write the whole type in place of '%s', with '@Valid %s' in it"
            .formatted(plain, constrained);
  }

  private String of(TypeMirror type) {
    return of(type, List.of());
  }

  private String of(TypeMirror type, List<Integer> path) {
    List<String> parts = new ArrayList<>();
    for (TypeMirror part : ValidationAnnotations.parts(type)) {
      List<Integer> further = new ArrayList<>(path);
      further.add(parts.size());
      parts.add(of(part, further));
    }
    String text =
        type instanceof WildcardType && holdsValid(path) ? parts.get(0) : named(type, parts);
    return (valid.contains(path) ? "@Valid " : "") + text;
  }

  /** Whether something needs it that validation does not look for behind a wildcard. */
  private boolean holdsValid(List<Integer> path) {
    return valid.stream()
        .anyMatch(each -> each.size() > path.size() && each.subList(0, path.size()).equals(path));
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
