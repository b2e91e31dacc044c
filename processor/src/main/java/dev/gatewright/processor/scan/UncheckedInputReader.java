package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.UncheckedInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
      SpringValidationReader springValidations) {
    this.annotations = annotations;
    this.sources = sources;
    this.springValidations = springValidations;
    this.unapplied = new UnappliedConstraints(sources);
    this.shared =
        new InputSearch.Shared(
            sources, members, unapplied, new ConvertedInput(sources, members), faultless);
  }

  /** Forgets what it has seen: in another round, a type may hold what it did not. */
  void startRound() {
    faultless.clear();
    faultlessPlaces.clear();
  }

  List<UncheckedInput> read(Member member, Endpoint endpoint) {
    List<UncheckedInput> found = new ArrayList<>();
    for (int i = 0; i < member.method().getParameters().size(); i++) {
      List<VariableElement> declared = new ArrayList<>();
      for (ExecutableElement method : member.declarations()) {
        declared.add(method.getParameters().get(i));
      }
      boolean known = declared.stream().allMatch(sources::contain);
      TypeMirror type = endpoint.signature().getParameterTypes().get(i);
      InputPlace place = new InputPlace(declared, type, known, List.of());
      if (!isLeftOut(place)) {
        search(place, found);
        declared.stream()
            .filter(sources::contain)
            .forEach(each -> found.addAll(unapplied.on(each)));
      }
    }
    member.declarations().stream().filter(sources::contain).forEach(each -> header(each, found));
    return found;
  }

  private static void header(ExecutableElement method, List<UncheckedInput> found) {
    found.addAll(HeaderConstraints.ofTypeParameters(method));
    found.addAll(HeaderConstraints.of(ElementNames.enclosingType(method)));
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
        || (!place.isValid()
            && place.declared().stream()
                .flatMap(each -> each.getAnnotationMirrors().stream())
                .anyMatch(springValidations::cascades));
  }
}
