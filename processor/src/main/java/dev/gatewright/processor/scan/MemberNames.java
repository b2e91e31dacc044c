package dev.gatewright.processor.scan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Names that mean something else inside a guard than what it imports by that name. */
final class MemberNames {
  private final Set<String> names = new TreeSet<>();

  private MemberNames() {}

  /**
   * Those of member types, fields, type variables and parameters, in alphabetical order.
   *
   * @param members fields and member classes, own and inherited ones
   */
  static Set<String> of(
      TypeElement type, List<Element> members, EndpointSelection.Selected selected) {
    MemberNames all = new MemberNames();
    for (Element member : members) {
      if (member instanceof TypeElement || isInheritedField(member)) {
        all.add(member);
      }
    }
    type.getTypeParameters().forEach(all::add);
    selected.endpoints().forEach(all::addVariables);
    selected.delegated().forEach(all::addVariables);
    return all.names;
  }

  private void add(Element element) {
    names.add(element.getSimpleName().toString());
  }

  private void addVariables(Member member) {
    member.method().getParameters().forEach(this::add);
    member.method().getTypeParameters().forEach(this::add);
  }

  private static boolean isInheritedField(Element member) {
    return member.getKind().isField() && !member.getModifiers().contains(Modifier.PRIVATE);
  }
}
