package dev.gatewright.processor.scan;

import static dev.gatewright.processor.scan.QualifiedNames.both;

import dev.gatewright.processor.model.RefusedEntry;
import dev.gatewright.processor.scan.EntryRow.Place;
import dev.gatewright.processor.scan.EntryRow.When;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Methods that the container calls on each bean: it injects through them, starts and stops the bean
 * by them, and calls them at set times and for events. An annotation of a type does not reach them,
 * as the ordinary code of a service that is secured as a whole has some; an override without their
 * annotations would not even be called.
 */
final class ContainerCalls {
  private static final String TO_CLASS_OF_ITS_OWN =
      "move it to a class without Gatewright's annotations";
  private static final String TO_METHODS =
      TO_CLASS_OF_ITS_OWN + ", or annotate only the methods that requests call";

  private static final EntryRow INJECTION =
      row(
          Place.METHOD_ITSELF,
          TO_CLASS_OF_ITS_OWN,
          "org.springframework.beans.factory.annotation Autowired Value Required",
          both("inject", "Inject"),
          both("annotation", "Resource Resources"),
          both(
              "persistence",
              "PersistenceContext PersistenceContexts PersistenceUnit PersistenceUnits"),
          both("ejb", "EJB EJBs"),
          both("xml.ws", "WebServiceRef WebServiceRefs"));

  private static final EntryRow BINDING =
      row(
          Place.SETTER_OF_TYPE,
          TO_CLASS_OF_ITS_OWN,
          "org.springframework.boot.context.properties ConfigurationProperties");

  private static final EntryRow ANNOTATIONS =
      row(
          Place.METHOD,
          TO_CLASS_OF_ITS_OWN,
          both("annotation", "PostConstruct PreDestroy"),
          "org.springframework.context.annotation Bean");

  /** The annotations of methods that a scheduler or the publisher of an event calls. */
  private static final EntryRow OCCASIONS =
      row(
          Place.METHOD_ITSELF,
          TO_CLASS_OF_ITS_OWN,
          "org.springframework.scheduling.annotation Scheduled Schedules",
          "org.springframework.context.event EventListener");

  private static final EntryRow INTERFACES =
      row(
          Place.METHOD_OF_SUPERTYPE,
          TO_METHODS,
          "org.springframework.beans.factory Aware InitializingBean DisposableBean"
              + " SmartInitializingSingleton BeanNameAware BeanFactoryAware BeanClassLoaderAware"
              + " FactoryBean SmartFactoryBean",
          "org.springframework.beans.factory.config BeanPostProcessor BeanFactoryPostProcessor"
              + " InstantiationAwareBeanPostProcessor DestructionAwareBeanPostProcessor",
          "org.springframework.beans.factory.support BeanDefinitionRegistryPostProcessor",
          "org.springframework.context ApplicationContextAware EnvironmentAware"
              + " ResourceLoaderAware ApplicationEventPublisherAware MessageSourceAware"
              + " EmbeddedValueResolverAware ApplicationStartupAware ApplicationContextInitializer"
              + " Lifecycle SmartLifecycle Phased",
          "org.springframework.context.annotation ImportAware ImportSelector"
              + " ImportBeanDefinitionRegistrar Condition",
          "org.springframework.context.support ApplicationObjectSupport",
          "org.springframework.context.weaving LoadTimeWeaverAware",
          "org.springframework.core Ordered",
          "org.springframework.jmx.export.notification NotificationPublisherAware",
          "org.springframework.web WebApplicationInitializer",
          "org.springframework.web.context ServletContextAware ServletConfigAware",
          "org.springframework.web.context.support WebApplicationObjectSupport",
          "org.springframework.web.servlet.config.annotation WebMvcConfigurer",
          "org.springframework.web.reactive.config WebFluxConfigurer",
          "org.springframework.web.socket.config.annotation WebSocketConfigurer"
              + " WebSocketMessageBrokerConfigurer",
          "org.springframework.scheduling.annotation SchedulingConfigurer AsyncConfigurer");

  /** Of occasions, {@link EntryTable} has rows that name the caller. */
  static final List<EntryRow> ROWS = List.of(INJECTION, BINDING, ANNOTATIONS, INTERFACES);

  private ContainerCalls() {}

  /**
   * What makes the container call a method.
   *
   * @param where {@code @} for an annotation of the method itself, {@code inherited @} for one of a
   *     method that it overrides, too, {@code type @} for one of a type, empty for a supertype
   * @param type the annotation or supertype
   */
  record Reason(String where, TypeElement type) {}

  /** Whether an annotation of a type leaves the method alone. */
  static boolean include(AnnotationNames annotations, Hierarchy hierarchy, Member member) {
    return reason(annotations, hierarchy, member).isPresent();
  }

  /** Why an annotation of a type leaves the method alone; empty where it does not. */
  static Optional<Reason> reason(AnnotationNames annotations, Hierarchy hierarchy, Member member) {
    return mark(annotations, "@", INJECTION, List.of(member.method()))
        .or(
            () ->
                BINDING
                    .ofMethod(annotations, hierarchy, member)
                    .flatMap(by -> mark(annotations, "type @", BINDING, hierarchy.types())))
        .or(() -> mark(annotations, "@", OCCASIONS, List.of(member.method())))
        .or(() -> mark(annotations, "inherited @", ANNOTATIONS, member.declarations()))
        .or(() -> supertype(member))
        .filter(
            reason ->
                member.overridden().stream()
                    .allMatch(each -> inherits(each) || isOn(annotations, each)));
  }

  /** Whether the container calls the overridden declaration by itself, too. */
  private static boolean isOn(AnnotationNames annotations, ExecutableElement declaration) {
    return Stream.of(INJECTION, OCCASIONS, ANNOTATIONS)
        .anyMatch(row -> annotations.find(List.of(declaration), row.names()).isPresent());
  }

  private static Optional<Reason> mark(
      AnnotationNames annotations, String where, EntryRow row, List<? extends Element> elements) {
    return annotations
        .find(elements, row.names())
        .map(mirror -> new Reason(where, ElementNames.typeOf(mirror)));
  }

  private static Optional<Reason> supertype(Member member) {
    return member.declarations().stream()
        .map(ElementNames::enclosingType)
        .filter(type -> INTERFACES.names().contains(type.getQualifiedName().toString()))
        .map(type -> new Reason("", type))
        .findFirst();
  }

  /**
   * Whether the declaration's type has the method of one of the interfaces. A method that also
   * implements that of another type may be called by anybody who knows this type.
   */
  private static boolean inherits(ExecutableElement declaration) {
    return Hierarchy.of(ElementNames.enclosingType(declaration)).types().stream()
        .filter(type -> INTERFACES.names().contains(type.getQualifiedName().toString()))
        .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
        .anyMatch(method -> method.getSimpleName().contentEquals(declaration.getSimpleName()));
  }

  private static EntryRow row(Place place, String fix, String... names) {
    return new EntryRow(
        "the container",
        RefusedEntry.Kind.NO_REQUEST,
        place,
        When.BEYOND_TYPES,
        fix,
        QualifiedNames.of(names));
  }
}
