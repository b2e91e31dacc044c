package dev.gatewright.openrewrite;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Flag;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.JavaType.FullyQualified;

/**
 * Which methods of a class an annotation on the class is about: in the other systems, and in
 * Gatewright.
 */
final class Reach {

  /** Annotations of methods that the container calls, where Gatewright's would refuse. */
  private static final Set<String> CALLED_BY_CONTAINER =
      Set.of(
          "org.springframework.scheduling.annotation.Scheduled",
          "org.springframework.scheduling.annotation.Schedules",
          "org.springframework.scheduling.annotation.Async",
          "org.springframework.context.event.EventListener",
          "org.springframework.context.annotation.Bean",
          "org.springframework.messaging.handler.annotation.MessageMapping",
          "org.springframework.kafka.annotation.KafkaListener",
          "org.springframework.kafka.annotation.KafkaHandler",
          "org.springframework.amqp.rabbit.annotation.RabbitListener",
          "org.springframework.amqp.rabbit.annotation.RabbitHandler",
          "org.springframework.jms.annotation.JmsListener",
          "org.springframework.pulsar.annotation.PulsarListener",
          "io.awspring.cloud.sqs.annotation.SqsListener",
          "jakarta.ejb.Schedule",
          "org.springframework.web.bind.annotation.ExceptionHandler",
          "org.springframework.web.bind.annotation.InitBinder");

  /** Annotations of methods that the container calls on the object itself, past any proxy. */
  private static final Set<String> CALLED_PAST_PROXIES =
      Stream.of("jakarta", "javax")
          .flatMap(
              root ->
                  Stream.of(
                      root + ".annotation.PostConstruct",
                      root + ".annotation.PreDestroy",
                      root + ".annotation.Resource",
                      root + ".inject.Inject",
                      "org.springframework.beans.factory.annotation.Autowired",
                      "org.springframework.beans.factory.annotation.Value"))
          .collect(Collectors.toSet());

  private static final Set<String> OF_OBJECT = Set.of("toString", "equals", "hashCode");

  private final @Nullable FullyQualified type;
  private final boolean isMapped;

  Reach(@Nullable FullyQualified type, List<J.MethodDeclaration> methods) {
    this.type = type;
    this.isMapped = methods.stream().anyMatch(each -> Types.isMapped(each.getMethodType()));
  }

  /** The methods that a class itself declares. */
  static List<J.MethodDeclaration> methods(J.ClassDeclaration type) {
    return type.getBody().getStatements().stream()
        .filter(J.MethodDeclaration.class::isInstance)
        .map(J.MethodDeclaration.class::cast)
        .toList();
  }

  /** Whether there are methods of supertypes, which only Gatewright's annotation would reach. */
  boolean isInheritingMethods() {
    return type != null
        && Types.supertypes(type).stream()
            .anyMatch(
                supertype ->
                    supertype.getKind() == FullyQualified.Kind.Class
                        || supertype.getMethods().stream()
                            .anyMatch(method -> method.hasFlags(Flag.Default)));
  }

  /** Whether the other systems ask before a method that bears nothing itself. */
  static boolean isAsked(J.MethodDeclaration method) {
    JavaType.Method known = method.getMethodType();
    return !method.isConstructor()
        && !method.hasModifier(J.Modifier.Type.Private)
        && !method.hasModifier(J.Modifier.Type.Static)
        && !OF_OBJECT.contains(method.getSimpleName())
        && (known == null || !Types.hasAny(known, CALLED_PAST_PROXIES));
  }

  /** Whether Gatewright's annotation of the type reaches a method. */
  boolean isOfType(J.MethodDeclaration method) {
    return isMapped ? Types.isMapped(method.getMethodType()) : !isCalledByContainer(method);
  }

  /** Whether the container calls a method, where Gatewright could only refuse. */
  static boolean isCalledByContainer(J.MethodDeclaration method) {
    JavaType.Method known = method.getMethodType();
    return known == null || Types.hasAny(known, CALLED_BY_CONTAINER);
  }
}
