package dev.gatewright.processor.scan;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Names that mean something else inside a guard than what it imports by that name. */
final class MemberNames {
  private final Elements elements;

  MemberNames(Elements elements) {
    this.elements = elements;
  }

  /** Those of member types, fields, type variables and parameters, in alphabetical order. */
  Set<String> of(TypeElement type, EndpointSelection.Selected selected) {
    Stream<Element> members =
        elements.getAllMembers(type).stream()
            .filter(each -> each instanceof TypeElement || isInheritedField(each))
            .map(Element.class::cast);
    Stream<Element> ofMethods =
        Stream.concat(selected.endpoints().stream(), selected.delegated().stream())
            .map(Member::method)
            .flatMap(
                each ->
                    Stream.concat(
                        each.getParameters().stream(), each.getTypeParameters().stream()));
    return Stream.of(members, type.getTypeParameters().stream(), ofMethods)
        .flatMap(each -> each)
        .map(each -> each.getSimpleName().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isInheritedField(Element member) {
    return member.getKind().isField() && !member.getModifiers().contains(Modifier.PRIVATE);
  }
}
