package dev.gatewright.processor.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Knows where the values of an annotation's attributes are written, if another annotation bears it:
 * in that one's own attributes with Spring's {@code @AliasFor}, or where it is borne. Looks at each
 * annotation type once in a round.
 */
final class AttributeAliases {
  private static final String ALIAS_FOR = "org.springframework.core.annotation.AliasFor";

  private final AnnotationNames annotations;
  private final Map<Asked, Optional<Source>> known = new HashMap<>();

  AttributeAliases(AnnotationNames annotations) {
    this.annotations = annotations;
  }

  /** Forgets what it has seen: in another round, annotations may bear others. */
  void startRound() {
    known.clear();
  }

  private record Asked(TypeElement bearer, String borne, List<String> attributes) {}

  /**
   * Where the values are written.
   *
   * @param members those of the bearer; empty where none of them is an alias
   * @param fixed what annotations behind it say, where none is
   */
  private record Source(List<String> members, List<String> fixed) {}

  /** An annotation on the way from a bearer to what it bears; its own mirror is not needed. */
  private record Step(TypeElement type, List<AnnotationView> behind) {}

  /**
   * The values of attributes of an annotation, of which one stands for the other; empty where none
   * is given. Nothing where the annotation is not borne.
   *
   * @param bearer as it is written on an element; may be the annotation itself
   * @param borne the annotation's qualified name
   */
  Optional<List<String>> values(AnnotationView bearer, String borne, List<String> attributes) {
    TypeElement type = ElementNames.typeOf(bearer.mirror());
    Asked asked = new Asked(type, borne, attributes);
    Optional<Source> source = known.get(asked);
    if (source == null) {
      source = find(asked);
      known.put(asked, source);
    }
    return source.map(
        each -> each.members().isEmpty() ? each.fixed() : given(bearer, each.members()));
  }

  /** The first that is not empty; a default counts where nothing else is written. */
  private static List<String> given(AnnotationView view, List<String> members) {
    List<String> byDefault = List.of();
    for (String member : members) {
      List<String> values = view.constants(member);
      if (view.states(member) && !values.isEmpty()) {
        return values;
      }
      byDefault = byDefault.isEmpty() ? values : byDefault;
    }
    return byDefault;
  }

  private Optional<Source> find(Asked asked) {
    if (annotations.nameOf(asked.bearer()).equals(asked.borne())) {
      return Optional.of(new Source(asked.attributes(), List.of()));
    }
    return way(asked.bearer(), asked.borne())
        .map(
            way -> {
              List<String> own = aliases(asked.bearer(), way, asked);
              return own.isEmpty()
                  ? new Source(List.of(), fixed(way, asked))
                  : new Source(own, List.of());
            });
  }

  /** What the annotations behind the bearer say, the nearest first. */
  private List<String> fixed(List<AnnotationView> way, Asked asked) {
    for (int i = 0; i < way.size() - 1; i++) {
      TypeElement type = ElementNames.typeOf(way.get(i).mirror());
      List<String> aliases = aliases(type, way.subList(i + 1, way.size()), asked);
      if (!aliases.isEmpty()) {
        return given(way.get(i), aliases);
      }
    }
    return given(way.get(way.size() - 1), asked.attributes());
  }

  /** The shortest way to the annotation: what is written on the bearer, on that, and so on. */
  private Optional<List<AnnotationView>> way(TypeElement bearer, String borne) {
    Deque<Step> next = new ArrayDeque<>(List.of(new Step(bearer, List.of())));
    Set<TypeElement> seen = new HashSet<>(Set.of(bearer));
    while (!next.isEmpty()) {
      Step step = next.remove();
      for (AnnotationMirror mirror : step.type().getAnnotationMirrors()) {
        TypeElement meta = ElementNames.typeOf(mirror);
        List<AnnotationView> way = new ArrayList<>(step.behind());
        way.add(new AnnotationView(annotations, step.type(), mirror));
        if (annotations.nameOf(meta).equals(borne)) {
          return Optional.of(way);
        }
        if (seen.add(meta)) {
          next.add(new Step(meta, way));
        }
      }
    }
    return Optional.empty();
  }

  /** Members of an annotation type that stand for one of the attributes, directly or not. */
  private List<String> aliases(TypeElement type, List<AnnotationView> behind, Asked asked) {
    List<String> aliases = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof ExecutableElement method
          && isAlias(method, type, behind, asked, new HashSet<>())) {
        aliases.add(method.getSimpleName().toString());
      }
    }
    return aliases;
  }

  private boolean isAlias(
      ExecutableElement member,
      TypeElement type,
      List<AnnotationView> behind,
      Asked asked,
      Set<ExecutableElement> seen) {
    Optional<AnnotationMirror> alias = annotations.own(member, Set.of(ALIAS_FOR));
    if (alias.isEmpty() || !seen.add(member)) {
      return false;
    }
    Map<String, Object> stated = new HashMap<>();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
        alias.get().getElementValues().entrySet()) {
      stated.put(each.getKey().getSimpleName().toString(), each.getValue().getValue());
    }
    String own = member.getSimpleName().toString();
    String attribute =
        stated.getOrDefault("attribute", stated.getOrDefault("value", own)).toString();
    if (!(stated.get("annotation") instanceof DeclaredType of)) {
      return member(type, attribute)
          .filter(each -> isAlias(each, type, behind, asked, seen))
          .isPresent();
    }
    for (int i = 0; i < behind.size(); i++) {
      TypeElement meta = ElementNames.typeOf(behind.get(i).mirror());
      if (meta.equals(of.asElement())) {
        List<AnnotationView> further = behind.subList(i + 1, behind.size());
        return further.isEmpty()
            ? asked.attributes().contains(attribute)
            : member(meta, attribute)
                .filter(each -> isAlias(each, meta, further, asked, seen))
                .isPresent();
      }
    }
    return false;
  }

  private static Optional<ExecutableElement> member(TypeElement type, String name) {
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof ExecutableElement method
          && method.getSimpleName().contentEquals(name)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
