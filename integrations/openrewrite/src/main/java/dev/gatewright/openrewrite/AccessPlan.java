package dev.gatewright.openrewrite;

import dev.gatewright.openrewrite.Requirement.Authenticated;
import dev.gatewright.openrewrite.Requirement.Everybody;
import dev.gatewright.openrewrite.Requirement.Inexpressible;
import dev.gatewright.openrewrite.Verdict.Dropped;
import dev.gatewright.openrewrite.Verdict.Left;
import dev.gatewright.openrewrite.Verdict.Turned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType.FullyQualified;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Decides what becomes of one system's annotations in one class.
 *
 * <p>In the other systems a method's annotation takes the place of its class's; Gatewright's add
 * up. So the class's annotation stays on the class only where that makes no difference, and goes to
 * each method without one of its own elsewhere.
 */
final class AccessPlan {
  private static final String SECURED = "dev.gatewright.Secured";
  private static final String PUBLIC = "dev.gatewright.Public";

  private final AccessSystem system;
  private final CodeBase code;
  private final AnnotationEdits edits;

  private final J.ClassDeclaration type;
  private final List<J.MethodDeclaration> methods;
  private final @Nullable FullyQualified known;
  private final Reach reach;

  AccessPlan(AccessSystem system, CodeBase code, AnnotationEdits edits, J.ClassDeclaration type) {
    this.system = system;
    this.code = code;
    this.edits = edits;
    this.type = type;
    this.known = TypeUtils.asFullyQualified(type.getType());
    this.methods = Reach.methods(type);
    this.reach = new Reach(known, methods);
  }

  void decide() {
    List<J.Annotation> onType = own(type.getLeadingAnnotations());
    List<J.MethodDeclaration> annotated =
        methods.stream().filter(method -> !own(method.getLeadingAnnotations()).isEmpty()).toList();
    companions();
    if (onType.isEmpty() && annotated.isEmpty()) {
      return;
    }
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      leave(onType, obstacle.get());
      leaveAll(annotated, obstacle.get());
    } else if (onType.isEmpty()) {
      annotated.forEach(this::decide);
    } else {
      decideWithType(onType, annotated);
    }
  }

  private void companions() {
    all().stream()
        .filter(annotation -> system.companions().containsKey(Types.name(annotation)))
        .forEach(
            annotation ->
                leave(
                    List.of(annotation),
                    system.companions().getOrDefault(Types.name(annotation), "")));
  }

  /** The annotations of the class and of its methods. */
  private List<J.Annotation> all() {
    return Stream.concat(
            type.getLeadingAnnotations().stream(),
            methods.stream().flatMap(method -> method.getLeadingAnnotations().stream()))
        .toList();
  }

  /** Annotations of the system, and those that bear one. */
  private List<J.Annotation> own(List<J.Annotation> annotations) {
    return annotations.stream()
        .filter(
            annotation ->
                system.annotations().contains(Types.name(annotation))
                    || Types.onlyBears(annotation, system.annotations()))
        .toList();
  }

  /** Why nothing in the class can be turned. */
  private Optional<String> obstacle() {
    if (type.getKind() == J.ClassDeclaration.Kind.Type.Annotation) {
      return Optional.of(
          "Gatewright's annotations hold only for what they stand on: write them in the places of @"
              + type.getSimpleName());
    }
    if (type.getKind() == J.ClassDeclaration.Kind.Type.Interface) {
      return Optional.of(
          "it is inherited from an interface, where Gatewright's add up with those of the class:"
              + " write them by hand");
    }
    if (known == null || hasUnknownSupertype(type)) {
      return Optional.of("a type that the class refers to was not found: build first");
    }
    for (J.Annotation annotation : all()) {
      if (Types.name(annotation).isEmpty()) {
        return Optional.of(
            "the type of @"
                + annotation.getSimpleName()
                + " was not found: build with all dependencies first");
      }
    }
    if (code.isExtended(known.getFullyQualifiedName())) {
      return Optional.of(
          "other classes extend this one, where Gatewright's annotations add up with theirs: write"
              + " them by hand");
    }
    if (Types.supertypes(known).stream().anyMatch(this::bearsOwn)) {
      return Optional.of(
          "a supertype bears one, too, with which Gatewright's annotations add up: write them by"
              + " hand");
    }
    if (AnnotationEdits.isOutOfPlace(type, AccessSystem.OF_ALL_SYSTEMS)) {
      return Optional.of("an annotation stands behind a modifier: write it before all of them");
    }
    return Optional.empty();
  }

  private static boolean hasUnknownSupertype(J.ClassDeclaration type) {
    return Stream.concat(
            Stream.ofNullable(type.getExtends()),
            Stream.ofNullable(type.getImplements()).flatMap(List::stream))
        .anyMatch(supertype -> TypeUtils.asFullyQualified(supertype.getType()) == null);
  }

  private boolean bearsOwn(FullyQualified supertype) {
    return Types.bearsAny(supertype, system.annotations());
  }

  private void decide(J.MethodDeclaration method) {
    List<J.Annotation> annotations = own(method.getLeadingAnnotations());
    if (Reach.isCalledByContainer(method)) {
      leave(
          annotations,
          "the container calls the method without a request, where Gatewright's could only refuse");
      return;
    }
    Requirement requirement = requirement(annotations, method.getLeadingAnnotations());
    List<J.Annotation> around = new ArrayList<>(method.getLeadingAnnotations());
    around.addAll(type.getLeadingAnnotations());
    decide(annotations, verdict(requirement, annotations, method.getLeadingAnnotations(), around));
  }

  private void decideWithType(List<J.Annotation> onType, List<J.MethodDeclaration> annotated) {
    Requirement requirement = requirement(onType, type.getLeadingAnnotations());
    Verdict verdict = verdict(requirement, onType, type.getLeadingAnnotations(), all());
    if (!(verdict instanceof Turned turned)) {
      decide(onType, verdict);
      leaveAll(annotated, "it takes the place of the one of the class, which stays");
      return;
    }
    annotated.forEach(this::decide);
    boolean isOpen = requirement instanceof Everybody;
    boolean staysOnType =
        !reach.isInheritingMethods()
            && annotated.stream().allMatch(method -> isUnchangedUnder(requirement, method));
    List<J.MethodDeclaration> others =
        methods.stream()
            .filter(method -> !annotated.contains(method) && Reach.isAsked(method))
            .filter(method -> !staysOnType || !(isOpen || reach.isOfType(method)))
            .toList();
    Optional<String> hindrance = hindrance(requirement, annotated, others, staysOnType);
    if (hindrance.isPresent()) {
      leave(onType, hindrance.get());
      leaveAll(annotated, hindrance.get());
      return;
    }
    decide(onType, staysOnType ? turned : new Dropped());
    others.forEach(method -> edits.add(method, turned.annotation()));
  }

  /** Why a type's annotation can neither stay on the type nor go to its methods. */
  private Optional<String> hindrance(
      Requirement requirement,
      List<J.MethodDeclaration> annotated,
      List<J.MethodDeclaration> others,
      boolean staysOnType) {
    if (requirement instanceof Authenticated
        && methods.stream().anyMatch(method -> has(method.getLeadingAnnotations(), PUBLIC))) {
      return Optional.of("a method is @Public, which would be open: decide about that one first");
    }
    for (J.MethodDeclaration method : others) {
      if (Reach.isCalledByContainer(method)) {
        return Optional.of(
            "the container calls "
                + method.getSimpleName()
                + ", which Gatewright's annotations cannot guard: move it to another class");
      }
      if (has(method.getLeadingAnnotations(), SECURED, PUBLIC)) {
        return Optional.of(
            method.getSimpleName() + " bears one of Gatewright's already: join both by hand");
      }
    }
    return others.isEmpty() && annotated.isEmpty() && !staysOnType
        ? Optional.of("the class has no methods of its own: write it where they are")
        : Optional.empty();
  }

  /** Whether a method's own annotation says the same below Gatewright's of the type. */
  private boolean isUnchangedUnder(Requirement onType, J.MethodDeclaration method) {
    List<J.Annotation> annotations = own(method.getLeadingAnnotations());
    boolean isTurned = annotations.stream().allMatch(each -> edits.of(each) instanceof Turned);
    Requirement requirement = requirement(annotations, method.getLeadingAnnotations());
    return isTurned
        && (onType instanceof Everybody
            || onType.equals(Requirement.anyCaller())
            || requirement instanceof Everybody);
  }

  private Requirement requirement(List<J.Annotation> annotations, List<J.Annotation> beside) {
    if (annotations.size() > 1) {
      return new Inexpressible("there are several: write one");
    }
    J.Annotation annotation = annotations.get(0);
    if (Types.onlyBears(annotation, system.annotations())) {
      return new Inexpressible(
          "@"
              + annotation.getSimpleName()
              + " only bears what counts: write @Secured or @Public here instead");
    }
    for (J.Annotation other : beside) {
      if (system.modifiers().contains(Types.name(other))) {
        return new Inexpressible("@" + other.getSimpleName() + " changes what it answers");
      }
    }
    return system.read(annotation, code);
  }

  private Verdict verdict(
      Requirement requirement,
      List<J.Annotation> annotations,
      List<J.Annotation> onSame,
      List<J.Annotation> around) {
    if (has(onSame, SECURED, PUBLIC) && !(requirement instanceof Inexpressible)) {
      return new Left("there is one of Gatewright's already: join both by hand");
    }
    if (requirement instanceof Everybody && bearsOthers(around)) {
      return new Left("others beside it ask for more: @Public would open what they close");
    }
    return AccessVerdicts.of(
        requirement, annotations.get(0).getSimpleName(), code.changedMeaning());
  }

  /** Whether annotations of other systems, or of Gatewright, say something besides. */
  private boolean bearsOthers(List<J.Annotation> around) {
    Set<String> all = AccessSystem.OF_ALL_SYSTEMS;
    return around.stream()
            .filter(each -> !own(List.of(each)).contains(each))
            .anyMatch(each -> all.contains(Types.name(each)) || Types.onlyBears(each, all))
        || (known != null
            && Types.supertypes(known).stream().anyMatch(each -> Types.bearsAny(each, all)));
  }

  private static boolean has(List<J.Annotation> annotations, String... names) {
    return annotations.stream().anyMatch(each -> Set.of(names).contains(Types.name(each)));
  }

  private void decide(List<J.Annotation> annotations, Verdict verdict) {
    if (verdict instanceof Left left) {
      leave(annotations, left.remark());
    } else {
      annotations.forEach(annotation -> edits.decide(annotation, verdict));
    }
  }

  private void leaveAll(List<J.MethodDeclaration> annotated, String reason) {
    annotated.forEach(method -> leave(own(method.getLeadingAnnotations()), reason));
  }

  private void leave(List<J.Annotation> annotations, String reason) {
    annotations.forEach(
        annotation ->
            edits.decide(
                annotation, new Left("@" + annotation.getSimpleName() + " stays: " + reason)));
  }
}
