package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.Declarations;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which annotation a message about an element names: the nearest that bears upon it. */
final class NearestAnnotation {

  private record Annotation(String name, Origin origin) {}

  private NearestAnnotation() {}

  static String on(GuardedMethod method) {
    return nearest(List.of(method));
  }

  static String on(GuardedType type) {
    return nearest(type.methods());
  }

  /** A mapped method without any annotation is Gatewright's business all the same. */
  private static String nearest(List<GuardedMethod> methods) {
    Optional<Annotation> nearest =
        methods.stream()
            .map(GuardedMethod::declarations)
            .flatMap(NearestAnnotation::annotations)
            .min(Comparator.comparing(annotation -> annotation.origin().level()));
    return nearest.map(Annotation::name).orElse("Gatewright");
  }

  private static Stream<Annotation> annotations(Declarations declarations) {
    return Stream.of(
            declarations.secured().stream().map(each -> new Annotation("@Secured", each.origin())),
            declarations.open().stream().map(each -> new Annotation("@Public", each.origin())),
            declarations.limits().stream()
                .map(each -> new Annotation("@RateLimited", each.origin())),
            declarations.inputs().stream()
                .map(each -> new Annotation("@ValidatedInput", each.origin())))
        .flatMap(each -> each);
  }
}
