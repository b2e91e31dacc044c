package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.UncheckedInput;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Looks from one place into all that it holds, for {@code @Valid} that is missing. */
final class InputSearch {
  /** Some containers are their own elements, as paths are. */
  private static final int DEEPEST = 8;

  /** Ends the path to what is not written at the place. */
  private static final int NOWHERE = -1;

  /** Bounds what generic types that hold each other can become. */
  static final int MOST_TYPES = 500;

  private static final String IN_ARRAY =
      " has constraints, and validation does not look into arrays in arrays or other containers";

  /**
   * A part of a place's type.
   *
   * @param written the part in each declaration, where that has it
   * @param valid whether {@code @Valid} is on it
   * @param reachable whether it is in no array that is itself in an array or a container
   * @param path which argument of which argument of the place's type it is; of what is not written
   *     there, the path to the type that {@code @Valid} reaches it from, or to nowhere
   */
  private record Part(
      TypeMirror type,
      List<TypeMirror> written,
      boolean valid,
      boolean reachable,
      List<Integer> path) {
    Part unreachable() {
      return new Part(type, written, valid, false, path);
    }
  }

  private final Shared shared;
  private final InputPlace place;
  private final List<UncheckedInput> found;
  private final Set<String> seen;
  private final Set<List<Integer>> missing = new LinkedHashSet<>();
  private @Nullable String constrained;
  private boolean unreachable;

  /**
   * What all searches of a round use.
   *
   * @param faultless types that need not be looked into again
   */
  record Shared(
      Sources sources,
      Members members,
      ConstrainedTypes constrained,
      UnappliedConstraints unapplied,
      ConvertedInput converted,
      Set<String> faultless) {}

  /**
   * Searches from a place.
   *
   * @param found where to add what is missing
   * @param seen types that were looked into on the way to the place
   */
  InputSearch(Shared shared, InputPlace place, List<UncheckedInput> found, Set<String> seen) {
    this.shared = shared;
    this.place = place;
    this.found = found;
    this.seen = seen;
  }

  void start() {
    List<TypeMirror> written = new ArrayList<>();
    for (Element each : place.declared()) {
      written.add(BeanProperties.typeOf(each));
    }
    look(new Part(place.type(), written, place.isValid(), true, List.of()), 0);
    if (constrained != null) {
      Element nearest = place.nearest();
      boolean parameter = nearest.getKind() == ElementKind.PARAMETER;
      TypeMirror type = parameter ? place.type() : BeanProperties.typeOf(nearest);
      String name = nearest.getSimpleName() + (nearest instanceof ExecutableElement ? "()" : "");
      add(
          unreachable ? constrained + IN_ARRAY : missing(constrained),
          ValidTypeText.fix(missing, unreachable, type, name, constrained));
    }
  }

  private void look(Part part, int depth) {
    for (TypeMirror bound : ConstrainedTypes.bounds(part.type())) {
      if (bound instanceof ArrayType array) {
        TypeMirror component = array.getComponentType();
        boolean nested =
            ConstrainedTypes.bounds(component).stream().anyMatch(ContainerTypes::isOne);
        Part outer = depth > 0 || nested ? part.unreachable() : part;
        elements(outer, List.of(component), 0, depth);
      } else if (bound instanceof DeclaredType declared) {
        look(part, declared, depth);
      } else {
        substitutes(part, bound);
      }
    }
  }

  /** Objects of classes that Jackson is told to make there. */
  private void substitutes(Part part, TypeMirror asked) {
    for (TypeElement each : place.substitutes()) {
      if (asked instanceof WildcardType || shared.members().fits(each, asked)) {
        bean(part, (DeclaredType) each.asType(), each);
      }
    }
  }

  private void look(Part part, DeclaredType type, int depth) {
    TypeElement element = (TypeElement) type.asElement();
    Hierarchy hierarchy = shared.constrained().hierarchy(element);
    if (ContainerTypes.isHttpEntity(hierarchy)) {
      inside(type, "take the body itself, as '@RequestBody @Valid %s'");
      return;
    }
    boolean ofJdk = ElementNames.packageOf(element).startsWith("java.");
    boolean container = ContainerTypes.isOne(hierarchy);
    if (container) {
      int reached = ContainerTypes.reached(hierarchy);
      if (ofJdk) {
        elements(part, type.getTypeArguments(), reached, depth);
      } else {
        passedOn(part, type, element, reached, depth);
      }
    } else {
      substitutes(part, type);
      if (!ofJdk && !type.getTypeArguments().isEmpty() && depth < DEEPEST) {
        holder(part, type, element, depth);
      }
    }
    if (!ofJdk) {
      bean(part, type, element);
    } else if (!container) {
      inside(type, "take the value itself, as '@Valid %s'");
    }
  }

  /** What a library's class holds: its ValueExtractor lets validation look there. */
  private void holder(Part part, DeclaredType type, TypeElement element, int depth) {
    if (!shared.sources().contain(element) && !shared.constrained().isOne(element)) {
      ContainerTypes.held(element, shared.members())
          .forEach(index -> element(part, type.getTypeArguments(), index, true, depth));
    }
  }

  /** Elements of a container that hands its own arguments to a supertype, or settles them. */
  private void passedOn(Part part, DeclaredType type, TypeElement element, int reached, int depth) {
    List<String> own =
        ((DeclaredType) element.asType())
            .getTypeArguments().stream().map(TypeMirror::toString).toList();
    List<? extends TypeMirror> passed = ContainerTypes.passedOn(element, shared.members());
    for (int i = 0; i < passed.size() && depth < DEEPEST; i++) {
      int index = own.indexOf(passed.get(i).toString());
      boolean written = index >= 0 && index < type.getTypeArguments().size();
      if (written) {
        element(part, type.getTypeArguments(), index, i == reached, depth);
      } else {
        boolean valid = (depth == 0 && part.valid() && i == reached) || !place.known();
        List<Integer> path = new ArrayList<>(part.path());
        if (depth > 0 || i != reached) {
          path.add(NOWHERE);
        }
        look(new Part(passed.get(i), List.of(), valid, part.reachable(), path), depth + 1);
      }
    }
  }

  /**
   * @param reached the index of what {@code @Valid} before the container itself reaches; only
   *     before the outermost it does
   */
  private void elements(
      Part container, List<? extends TypeMirror> elements, int reached, int depth) {
    for (int i = 0; i < elements.size() && depth < DEEPEST; i++) {
      element(container, elements, i, i == reached, depth);
    }
  }

  private void element(
      Part container, List<? extends TypeMirror> all, int index, boolean reached, int depth) {
    List<TypeMirror> written = written(container, index, all.size());
    boolean own = false;
    for (TypeMirror each : written) {
      own |= ValidationAnnotations.isValid(each);
    }
    boolean fromContainer = depth == 0 && container.valid() && reached;
    List<Integer> path = new ArrayList<>(container.path());
    boolean settledElsewhere =
        container.type() instanceof TypeVariable
            || (written.isEmpty() && !container.written().isEmpty());
    if (container.type() instanceof WildcardType) {
      path.addAll(List.of(0, index));
    } else if (!settledElsewhere || depth > 0 || !reached) {
      path.add(settledElsewhere ? NOWHERE : index);
    }
    boolean valid = own || fromContainer || !place.known();
    look(new Part(all.get(index), written, valid, container.reachable(), path), depth + 1);
  }

  private static List<TypeMirror> written(Part container, int index, int size) {
    List<TypeMirror> written = new ArrayList<>();
    for (TypeMirror each : container.written()) {
      List<? extends TypeMirror> parts = ValidationAnnotations.parts(each);
      if (!(each instanceof WildcardType) && parts.size() == size) {
        written.add(parts.get(index));
      }
    }
    return written;
  }

  /** What holds values that validation cannot get out. */
  private void inside(DeclaredType holder, String fix) {
    for (TypeMirror argument : holder.getTypeArguments()) {
      for (TypeMirror bound : ConstrainedTypes.bounds(argument)) {
        if (bound instanceof DeclaredType held
            && shared.constrained().isOne((TypeElement) held.asElement())) {
          String name = held.asElement().getSimpleName().toString();
          add(missing(name), fix.formatted(name));
        }
      }
    }
  }

  private void bean(Part part, DeclaredType type, TypeElement element) {
    boolean unreached = !part.reachable() && place.known();
    if (!part.valid() || unreached) {
      if (shared.constrained().isOne(element) || holdsOne(type, element)) {
        unreachable |= unreached;
        missing.add(part.path());
        constrained = constrained == null ? element.getSimpleName().toString() : constrained;
      }
      return;
    }
    // What comes from a class file cannot be changed here.
    String name = type.toString();
    if (shared.sources().contain(element)
        && !shared.faultless().contains(name)
        && seen.size() < MOST_TYPES
        && seen.add(name)) {
      List<TypeElement> types = shared.constrained().hierarchy(element).types();
      List<TypeElement> known = new ArrayList<>(types);
      known.removeIf(each -> !shared.sources().contain(each));
      for (TypeElement each : known) {
        for (Element property : BeanProperties.of(each)) {
          property(type, types, property);
        }
      }
      shared.unapplied().of(element, types, found);
      shared.converted().of(element, known, found);
      for (TypeElement each : shared.constrained().subtypes(element)) {
        bean(part, (DeclaredType) each.asType(), each);
      }
    }
  }

  /** Whether an argument of the type is constrained that a property of it holds. */
  private boolean holdsOne(DeclaredType type, TypeElement element) {
    return !type.getTypeArguments().isEmpty()
        && shared.sources().contain(element)
        && shared.constrained().hierarchy(element).types().stream()
            .flatMap(each -> BeanProperties.of(each).stream())
            .anyMatch(each -> shared.constrained().areNamedIn(shared.members().type(type, each)));
  }

  /**
   * @param types the type and its supertypes
   */
  private void property(DeclaredType type, List<TypeElement> types, Element property) {
    JacksonTypes jackson = shared.constrained().jackson();
    Set<Element> declared = new LinkedHashSet<>();
    declared.add(property);
    List<Element> mapped = new ArrayList<>();
    for (TypeElement each : types) {
      declared.addAll(BeanProperties.declarations(property, each));
      mapped.addAll(jackson.mapped(property, each));
    }
    Set<TypeElement> substitutes = new LinkedHashSet<>();
    for (Element each : mapped) {
      substitutes.addAll(jackson.namedOn(each));
    }
    TypeMirror held = shared.members().type(type, property);
    InputPlace next = new InputPlace(List.copyOf(declared), held, true, List.copyOf(substitutes));
    new InputSearch(shared, next, found, seen).start();
    shared.converted().of(property, mapped, held, found);
  }

  private static String missing(String type) {
    return type + " has constraints, and @Valid is missing";
  }

  private void add(String reason, String fix) {
    found.add(new UncheckedInput(reason, fix, ElementSpot.of(place.nearest())));
  }
}
