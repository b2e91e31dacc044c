package dev.gatewright.processor.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Finds the classes that annotations tell guards to ask. */
final class ConsultedClasses {
  private ConsultedClasses() {}

  static List<AskedClass> on(
      AnnotationNames annotations, Hierarchy hierarchy, List<Member> endpoints) {
    List<AskedClass> asked = new ArrayList<>();
    for (TypeElement type : hierarchy.types()) {
      add(annotations, type, asked);
    }
    for (Member member : endpoints) {
      for (ExecutableElement method : member.declarations()) {
        add(annotations, method, asked);
      }
    }
    return asked;
  }

  private static void add(AnnotationNames annotations, Element element, List<AskedClass> asked) {
    AnnotationView.find(annotations, element, GuardAnnotations.SECURED)
        .ifPresent(
            view ->
                view.types("policies").forEach(each -> asked.add(AskedClass.policy(each.value()))));
    for (AnnotationView limit : AnnotationView.limits(annotations, element)) {
      AskedClass key = AskedClass.key(limit.type("keyedBy").value());
      AskedClass plans = AskedClass.plans(limit.type("plans").value());
      Stream.of(key, plans).filter(AskedClass::isStated).forEach(asked::add);
    }
  }
}
