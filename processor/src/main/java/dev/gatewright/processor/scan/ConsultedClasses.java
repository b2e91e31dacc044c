package dev.gatewright.processor.scan;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** Finds the classes that annotations tell guards to ask. */
final class ConsultedClasses {
  private ConsultedClasses() {}

  static List<AskedClass> on(Elements elements, Hierarchy hierarchy, List<Member> endpoints) {
    Stream<Element> declaring =
        Stream.concat(
            hierarchy.types().stream(),
            endpoints.stream().flatMap(member -> member.declarations().stream()));
    return declaring.flatMap(element -> on(elements, element)).toList();
  }

  private static Stream<AskedClass> on(Elements elements, Element element) {
    Stream<AskedClass> policies =
        AnnotationView.find(elements, element, GuardAnnotations.SECURED).stream()
            .flatMap(view -> view.types("policies").stream())
            .map(located -> AskedClass.policy(located.value()));
    Stream<AskedClass> keys =
        AnnotationView.limits(elements, element)
            .map(view -> AskedClass.key(view.type("keyedBy").value()))
            .filter(AskedClass::isStated);
    return Stream.concat(policies, keys);
  }
}
