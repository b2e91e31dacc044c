package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.UncheckedInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds parameters, and fields of what they hold, that lack the {@code @Valid} they need. */
final class UncheckedInputReader {

  /** What frameworks fill in by themselves, not from what the client sends. */
  private static final Set<String> NOT_INPUT =
      Set.of(
          "org.springframework.beans.factory.annotation.Value",
          "org.springframework.security.core.annotation.AuthenticationPrincipal",
          "org.springframework.security.core.annotation.CurrentSecurityContext",
          "org.springframework.web.bind.annotation.RequestAttribute",
          "org.springframework.web.bind.annotation.SessionAttribute",
          "jakarta.ws.rs.core.Context",
          "jakarta.ws.rs.container.Suspended",
          "javax.ws.rs.core.Context",
          "javax.ws.rs.container.Suspended");

  private final AnnotationNames annotations;
  private final Sources sources;
  private final SpringValidationReader springValidations;
  private final HeaderConstraints headers;
  private final UnappliedConstraints unapplied;
  private final InputSearch.Shared shared;

  /** Types in which nothing was missing, as many endpoints take the same. */
  private final Set<String> faultless = new HashSet<>();

  private final Set<FaultlessPlace> faultlessPlaces = new HashSet<>();

  /** A parameter of a type without arguments: all that is searched there follows from the type. */
  private record FaultlessPlace(Element type, boolean valid, boolean known) {
    static Optional<FaultlessPlace> of(InputPlace place) {
      return place.type() instanceof DeclaredType declared
              && declared.getTypeArguments().isEmpty()
              && declared.getEnclosingType().getKind() == TypeKind.NONE
              && declared.getAnnotationMirrors().isEmpty()
          ? Optional.of(new FaultlessPlace(declared.asElement(), place.isValid(), place.known()))
          : Optional.empty();
    }
  }

  UncheckedInputReader(
      AnnotationNames annotations,
      Sources sources,
      Members members,
      ConstrainedTypes constrained,
      SpringValidationReader springValidations) {
    this.annotations = annotations;
    this.sources = sources;
    this.springValidations = springValidations;
    this.headers = constrained.headers();
    this.unapplied = new UnappliedConstraints(sources, constrained);
    this.shared =
        new InputSearch.Shared(
            sources,
            members,
            constrained,
            unapplied,
            new ConvertedInput(sources, members, annotations, constrained),
            faultless);
  }

  /** Forgets what it has seen: in another round, a type may hold what it did not. */
  void startRound() {
    faultless.clear();
    faultlessPlaces.clear();
  }

  List<UncheckedInput> read(Member member, Endpoint endpoint) {
    List<ExecutableElement> declarations = member.declarations();
    List<ExecutableElement> compiled = new ArrayList<>(declarations);
    compiled.removeIf(each -> !sources.contain(each));
    boolean known = compiled.size() == declarations.size();
    List<UncheckedInput> found = new ArrayList<>();
    for (int i = 0; i < member.method().getParameters().size(); i++) {
      TypeMirror type = endpoint.signature().getParameterTypes().get(i);
      InputPlace place = new InputPlace(parameters(declarations, i), type, known, List.of());
      if (!isLeftOut(place)) {
        search(place, found);
        for (VariableElement each : parameters(compiled, i)) {
          unapplied.on(each, found);
        }
      }
    }
    for (ExecutableElement method : compiled) {
      headers.ofTypeParameters(method, found);
      headers.of(ElementNames.enclosingType(method), found);
    }
    return found;
  }

  private static List<VariableElement> parameters(List<ExecutableElement> methods, int index) {
    List<VariableElement> parameters = new ArrayList<>();
    for (ExecutableElement method : methods) {
      parameters.add(method.getParameters().get(index));
    }
    return parameters;
  }

  private void search(InputPlace place, List<UncheckedInput> found) {
    Optional<FaultlessPlace> simple = FaultlessPlace.of(place);
    if (place.type().getKind().isPrimitive()
        || (simple.isPresent() && faultlessPlaces.contains(simple.get()))) {
      return;
    }
    int before = found.size();
    Set<String> seen = new HashSet<>();
    new InputSearch(shared, place, found, seen).start();
    if (found.size() == before && seen.size() < InputSearch.MOST_TYPES) {
      faultless.addAll(seen);
      simple.ifPresent(faultlessPlaces::add);
    }
  }

  /** Another rule speaks of what Spring alone looks into. */
  private boolean isLeftOut(InputPlace place) {
    return annotations.find(place.declared(), NOT_INPUT).isPresent()
        || (!place.isValid() && isCascadedBySpring(place.declared()));
  }

  private boolean isCascadedBySpring(List<? extends Element> declared) {
    for (Element each : declared) {
      for (AnnotationMirror mirror : each.getAnnotationMirrors()) {
        if (springValidations.cascades(mirror)) {
          return true;
        }
      }
    }
    return false;
  }
}
