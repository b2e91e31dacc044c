package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.UncheckedInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

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

  /** Containers whose elements Jakarta Validation looks into. */
  private static final Set<String> CONTAINERS =
      Set.of("java.lang.Iterable", "java.util.Map", "java.util.Optional");

  /** Some containers are their own elements, as paths are. */
  private static final int DEEPEST = 8;

  /** Bounds what generic types that hold each other can become. */
  private static final int MOST_TYPES = 500;

  /** Bodies that only the method itself takes apart. */
  private static final String HTTP_ENTITY = "org.springframework.http.HttpEntity";

  private final Sources sources;

  private final Members members;

  UncheckedInputReader(Sources sources, Members members) {
    this.sources = sources;
    this.members = members;
  }

  List<UncheckedInput> read(Member member, Endpoint endpoint) {
    List<UncheckedInput> found = new ArrayList<>();
    for (int i = 0; i < member.method().getParameters().size(); i++) {
      List<VariableElement> declared = new ArrayList<>();
      for (ExecutableElement method : member.declarations()) {
        declared.add(method.getParameters().get(i));
      }
      if (declared.stream().noneMatch(UncheckedInputReader::isLeftOut)) {
        boolean known = declared.stream().allMatch(sources::contain);
        Place place = new Place(declared, endpoint.signature().getParameterTypes().get(i), known);
        new Search(place, found, new HashSet<>()).start();
      }
    }
    return found;
  }

  /** Other rules speak of what Spring alone looks into. */
  private static boolean isLeftOut(VariableElement parameter) {
    return AnnotationSearch.find(parameter, NOT_INPUT).isPresent()
        || parameter.getAnnotationMirrors().stream().anyMatch(SpringValidationReader::cascades);
  }

  /**
   * What holds a value.
   *
   * @param declared every declaration of it, the nearest first; {@code @Valid} on any counts
   * @param known whether annotations inside its type are: some compilers drop those of class files
   */
  private record Place(List<? extends Element> declared, TypeMirror type, boolean known) {
    boolean isValid() {
      return declared.stream()
          .anyMatch(
              each ->
                  ValidationAnnotations.isValid(each)
                      || ValidationAnnotations.isValid(typeOf(each)));
    }

    Element nearest() {
      return declared.get(0);
    }
  }

  private static TypeMirror typeOf(Element element) {
    return element instanceof ExecutableElement method ? method.getReturnType() : element.asType();
  }

  /**
   * A part of a place's type.
   *
   * @param written the part in each declaration, where that has it
   * @param valid whether {@code @Valid} is on it
   * @param path which argument of which argument of the place's type it is; of what is not written
   *     there, the path to the type that settles it
   */
  private record Part(
      TypeMirror type, List<TypeMirror> written, boolean valid, List<Integer> path) {}

  private final class Search {
    private final Place place;
    private final List<UncheckedInput> found;
    private final Set<String> seen;
    private final Set<List<Integer>> missing = new LinkedHashSet<>();
    private @Nullable String constrained;

    Search(Place place, List<UncheckedInput> found, Set<String> seen) {
      this.place = place;
      this.found = found;
      this.seen = seen;
    }

    void start() {
      List<TypeMirror> written =
          place.declared().stream().map(UncheckedInputReader::typeOf).toList();
      Part whole = new Part(place.type(), written, place.isValid(), List.of());
      look(whole, 0);
      if (constrained != null) {
        Element nearest = place.nearest();
        boolean parameter = nearest.getKind() == ElementKind.PARAMETER;
        String type = text(parameter ? place.type() : typeOf(nearest), List.of());
        String name = nearest.getSimpleName() + (nearest instanceof ExecutableElement ? "()" : "");
        add(missing(constrained), "write '" + type + " " + name + "'");
      }
    }

    private void look(Part part, int depth) {
      TypeMirror bound = ConstrainedTypes.bound(part.type());
      if (bound instanceof ArrayType array) {
        elements(part, List.of(array.getComponentType()), 0, depth);
      } else if (bound instanceof DeclaredType declared) {
        look(part, declared, depth);
      }
    }

    private void look(Part part, DeclaredType type, int depth) {
      TypeElement element = (TypeElement) type.asElement();
      if (isA(element, Set.of(HTTP_ENTITY))) {
        inside(type, "take the body itself, as '@RequestBody @Valid %s'");
      } else if (isA(element, CONTAINERS)) {
        List<? extends TypeMirror> own = type.getTypeArguments();
        int reached = isA(element, Set.of("java.util.Map")) ? 1 : 0;
        elements(part, own.isEmpty() ? inherited(element) : own, reached, depth);
      } else if (ElementNames.packageOf(element).startsWith("java.")) {
        inside(type, "take the value itself, as '@Valid %s'");
      } else {
        bean(part, type, element);
      }
    }

    /**
     * @param reached the index of what {@code @Valid} before the container itself reaches; only
     *     before the outermost it does
     */
    private void elements(
        Part container, List<? extends TypeMirror> elements, int reached, int depth) {
      for (int i = 0; i < elements.size() && depth < DEEPEST; i++) {
        List<TypeMirror> written = written(container, i, elements.size());
        boolean own = written.stream().anyMatch(ValidationAnnotations::isValid);
        boolean fromContainer = depth == 0 && container.valid() && i == reached;
        List<Integer> path = new ArrayList<>(container.path());
        if (ValidationAnnotations.parts(container.type()).count() == elements.size()) {
          path.add(i);
        }
        boolean valid = own || fromContainer || !place.known();
        look(new Part(elements.get(i), written, valid, path), depth + 1);
      }
    }

    private static List<TypeMirror> written(Part container, int index, int size) {
      return container.written().stream()
          .map(each -> ValidationAnnotations.parts(each).toList())
          .filter(parts -> parts.size() == size)
          .<TypeMirror>map(parts -> parts.get(index))
          .toList();
    }

    /** Arguments of a container that its subclass has settled. */
    private static List<? extends TypeMirror> inherited(TypeElement type) {
      return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
          .filter(DeclaredType.class::isInstance)
          .map(DeclaredType.class::cast)
          .filter(each -> isA((TypeElement) each.asElement(), CONTAINERS))
          .findFirst()
          .<List<? extends TypeMirror>>map(
              each ->
                  each.getTypeArguments().isEmpty()
                      ? inherited((TypeElement) each.asElement())
                      : each.getTypeArguments())
          .orElse(List.of());
    }

    /** What holds values that validation cannot get out. */
    private void inside(DeclaredType holder, String fix) {
      for (TypeMirror argument : holder.getTypeArguments()) {
        if (ConstrainedTypes.bound(argument) instanceof DeclaredType held
            && ConstrainedTypes.isOne((TypeElement) held.asElement())) {
          String name = held.asElement().getSimpleName().toString();
          add(missing(name), fix.formatted(name));
        }
      }
    }

    private void bean(Part part, DeclaredType type, TypeElement element) {
      if (!part.valid()) {
        if (ConstrainedTypes.isOne(element) || holdsOne(type, element)) {
          missing.add(part.path());
          constrained = constrained == null ? element.getSimpleName().toString() : constrained;
        }
        return;
      }
      // What comes from a class file cannot be changed here.
      if (sources.contain(element) && seen.size() < MOST_TYPES && seen.add(type.toString())) {
        Hierarchy.of(element).types().stream()
            .filter(sources::contain)
            .flatMap(ConstrainedTypes::properties)
            .forEach(each -> property(type, each));
        ConstrainedTypes.constructorConstraints(element).forEach(this::constructorParameter);
        ConstrainedTypes.subtypes(element)
            .forEach(each -> bean(part, (DeclaredType) each.asType(), each));
      }
    }

    /** Whether an argument of the type is constrained that a property of it holds. */
    private boolean holdsOne(DeclaredType type, TypeElement element) {
      return !type.getTypeArguments().isEmpty()
          && sources.contain(element)
          && Hierarchy.of(element).types().stream()
              .flatMap(ConstrainedTypes::properties)
              .anyMatch(each -> ConstrainedTypes.areNamedIn(members.type(type, each)));
    }

    private void property(DeclaredType type, Element property) {
      Set<Element> declared = new LinkedHashSet<>(List.of(property));
      Hierarchy.of((TypeElement) type.asElement()).types().stream()
          .flatMap(each -> ConstrainedTypes.declarations(property, each))
          .forEach(declared::add);
      new Search(new Place(List.copyOf(declared), members.type(type, property), true), found, seen)
          .start();
    }

    private void constructorParameter(VariableElement parameter) {
      String reason = "constraints on parameters of a constructor are not applied";
      String fix = "write them on the field or the getter";
      found.add(new UncheckedInput(reason, fix, ElementSpot.of(parameter)));
    }

    private static String missing(String type) {
      return type + " has constraints, and @Valid is missing";
    }

    private void add(String reason, String fix) {
      found.add(new UncheckedInput(reason, fix, ElementSpot.of(place.nearest())));
    }

    /** The type as it should be written. */
    private String text(TypeMirror type, List<Integer> path) {
      List<String> parts = new ArrayList<>();
      for (TypeMirror part : ValidationAnnotations.parts(type).toList()) {
        List<Integer> further = new ArrayList<>(path);
        further.add(parts.size());
        parts.add(text(part, further));
      }
      return (missing.contains(path) ? "@Valid " : "") + named(type, parts);
    }

    private static String named(TypeMirror type, List<String> parts) {
      if (type instanceof ArrayType) {
        return parts.get(0) + "[]";
      }
      if (type instanceof WildcardType wildcard) {
        String keyword = wildcard.getExtendsBound() == null ? "? super " : "? extends ";
        return parts.isEmpty() ? "?" : keyword + parts.get(0);
      }
      String name = ElementNames.simple(type);
      return parts.isEmpty() ? name : name + "<" + String.join(", ", parts) + ">";
    }
  }

  private static boolean isA(TypeElement type, Set<String> names) {
    return Hierarchy.of(type).types().stream()
        .anyMatch(each -> names.contains(each.getQualifiedName().toString()));
  }
}
