package dev.gatewright.processor.scan;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.OnOutage;
import dev.gatewright.Scheme;
import dev.gatewright.Strategy;
import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.model.Declarations;
import dev.gatewright.processor.model.InputSpec;
import dev.gatewright.processor.model.LimitSpec;
import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.Origin;
import dev.gatewright.processor.model.PublicSpec;
import dev.gatewright.processor.model.SecuredSpec;
import dev.gatewright.processor.model.TypeUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads every annotation that bears upon an endpoint. */
final class SpecReader {
  private final AnnotationNames annotations;
  private final ConsultedClassReader consultedClasses;

  SpecReader(AnnotationNames annotations, ConsultedClassReader consultedClasses) {
    this.annotations = annotations;
    this.consultedClasses = consultedClasses;
  }

  Declarations read(Hierarchy hierarchy, Member member, Endpoint endpoint) {
    Map<Element, Origin> origins = new LinkedHashMap<>();
    for (ExecutableElement method : member.declarations()) {
      if (GuardAnnotations.areOn(annotations, method)) {
        Origin.Level level =
            isOwn(method, hierarchy, member) ? Origin.Level.METHOD : Origin.Level.OVERRIDDEN;
        origins.put(method, origin(level, ElementNames.enclosingType(method), hierarchy));
      }
    }
    for (TypeElement type : hierarchy.types()) {
      if (GuardAnnotations.areOn(annotations, type)) {
        Origin.Level level =
            type.equals(hierarchy.type()) ? Origin.Level.TYPE : Origin.Level.SUPERTYPE;
        origins.put(type, origin(level, type, hierarchy));
      }
    }
    List<SecuredSpec> secured = new ArrayList<>();
    List<PublicSpec> open = new ArrayList<>();
    List<LimitSpec> limits = new ArrayList<>();
    List<InputSpec> inputs = new ArrayList<>();
    for (Map.Entry<Element, Origin> each : origins.entrySet()) {
      Element element = each.getKey();
      Origin origin = each.getValue();
      find(element, GuardAnnotations.SECURED)
          .ifPresent(found -> secured.add(secured(found, origin, endpoint)));
      find(element, GuardAnnotations.PUBLIC)
          .filter(found -> mayOpen(origin, element, member))
          .ifPresent(found -> open.add(open(found, origin)));
      for (AnnotationView limit : AnnotationView.limits(annotations, element)) {
        limits.add(limit(limit, origin, endpoint));
      }
      find(element, GuardAnnotations.VALIDATED_INPUT)
          .ifPresent(found -> inputs.add(input(found, origin)));
    }
    return new Declarations(secured, open, limits, inputs);
  }

  /** The author of a supertype gave the reason for the methods that the supertype has. */
  private static boolean mayOpen(Origin origin, Element declaring, Member member) {
    return origin.level() != Origin.Level.SUPERTYPE
        || member.declarations().stream()
            .map(ElementNames::enclosingType)
            .anyMatch(Hierarchy.of((TypeElement) declaring).types()::contains);
  }

  /** No interface is nearer than another from which the same method is inherited. */
  private static boolean isOwn(ExecutableElement method, Hierarchy hierarchy, Member member) {
    TypeElement declaring = member.declaredIn();
    boolean inheritedFromInterface =
        declaring.getKind().isInterface() && !declaring.equals(hierarchy.type());
    return method.equals(member.method()) && !inheritedFromInterface;
  }

  private static Origin origin(Origin.Level level, TypeElement type, Hierarchy hierarchy) {
    Hierarchy own = type.equals(hierarchy.type()) ? hierarchy : Hierarchy.of(type);
    return new Origin(level, own.name(), type.getKind().isInterface(), own.supertypeNames());
  }

  private Optional<AnnotationView> find(Element element, String annotation) {
    return AnnotationView.find(annotations, element, annotation);
  }

  private SecuredSpec secured(AnnotationView found, Origin origin, Endpoint endpoint) {
    List<ConsultedClass> policies = new ArrayList<>();
    for (Located<TypeMirror> each : found.types("policies")) {
      AskedClass policy = AskedClass.policy(each.value());
      policies.add(consultedClasses.read(policy, each.spot(), endpoint));
    }
    return new SecuredSpec(
        found.constants("schemes", Scheme.class),
        found.texts("roles"),
        found.texts("scopes"),
        policies,
        found.flag("mfa"),
        found.text("acr"),
        found.text("maxAuthAge"),
        origin,
        found.spot());
  }

  private static PublicSpec open(AnnotationView found, Origin origin) {
    return new PublicSpec(found.text("reason"), origin, found.spot());
  }

  private LimitSpec limit(AnnotationView found, Origin origin, Endpoint endpoint) {
    return new LimitSpec(
        found.wholeNumber("permits"),
        found.text("per"),
        found.constant("strategy", Strategy.class),
        found.constant("key", LimitKey.class),
        found.wholeNumber("burst"),
        found.wholeNumber("cost"),
        found.constant("count", Counted.class),
        found.text("maxWait"),
        found.constant("onLimit", OnLimit.class),
        found.constant("onOutage", OnOutage.class),
        asked(found, "keyedBy", AskedClass::key, endpoint),
        asked(found, "plans", AskedClass::plans, endpoint),
        found.text("plan"),
        found.text("name"),
        origin,
        found.spot());
  }

  private @Nullable ConsultedClass asked(
      AnnotationView found,
      String member,
      Function<TypeMirror, AskedClass> how,
      Endpoint endpoint) {
    Located<TypeMirror> literal = found.type(member);
    AskedClass asked = how.apply(literal.value());
    return asked.isStated() ? consultedClasses.read(asked, literal.spot(), endpoint) : null;
  }

  private static List<TypeUse> groups(AnnotationView found) {
    List<TypeUse> groups = new ArrayList<>();
    for (Located<TypeMirror> each : found.types("groups")) {
      groups.add(TypeReader.read(each.value()));
    }
    return groups;
  }

  private static InputSpec input(AnnotationView found, Origin origin) {
    return new InputSpec(
        found.number("maxBodyBytes"),
        found.number("maxDepth"),
        groups(found),
        origin,
        found.spot());
  }
}
