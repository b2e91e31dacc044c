package dev.gatewright.processor.scan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Sums up the annotations that a guard is generated from. An adapter computes the same of the
 * loaded classes, by reflection, and so finds a guard that is older than its class.
 *
 * <p>The digest is of one line for each annotated element, sorted: {@code
 * bank.Accounts.find(java.util.UUID) @Secured(mfa=true,roles={"teller"})}. Values that are equal to
 * their defaults are left out.
 */
final class AnnotationDigest {
  private static final int BYTES = 8;

  private final Elements elements;
  private final BinaryNames names;
  private final MessageDigest digest;

  AnnotationDigest(Elements elements, BinaryNames names) {
    this.elements = elements;
    this.names = names;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Sixteen hexadecimal digits. */
  String of(Hierarchy hierarchy) {
    String text =
        hierarchy.types().stream()
            .flatMap(
                type ->
                    Stream.concat(
                        Stream.of(type),
                        ElementFilter.methodsIn(type.getEnclosedElements()).stream()))
            .flatMap(this::lines)
            .sorted()
            .collect(Collectors.joining("\n"));
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
  }

  private Stream<String> lines(Element element) {
    if (!GuardAnnotations.areOn(element)) {
      return Stream.of();
    }
    if (element instanceof ExecutableElement method && elements.isBridge(method)) {
      // Compilers copy annotations to them.
      return Stream.of();
    }
    List<String> annotations = new ArrayList<>();
    Stream.of(GuardAnnotations.PUBLIC, GuardAnnotations.SECURED, GuardAnnotations.VALIDATED_INPUT)
        .flatMap(name -> AnnotationView.find(elements, element, name).stream())
        .forEach(found -> annotations.add(text(found.mirror())));
    AnnotationView.limits(elements, element)
        .forEach(found -> annotations.add(text(found.mirror())));
    return Stream.of(names.of(element) + " " + String.join(" ", annotations));
  }

  private String text(AnnotationMirror annotation) {
    TypeElement type = ElementNames.typeOf(annotation);
    return annotation.getElementValues().entrySet().stream()
        .filter(entry -> !isDefault(entry.getKey(), entry.getValue()))
        .map(entry -> entry.getKey().getSimpleName() + "=" + text(entry.getValue()))
        .sorted()
        .collect(Collectors.joining(",", "@" + type.getSimpleName() + "(", ")"));
  }

  private boolean isDefault(ExecutableElement member, AnnotationValue value) {
    AnnotationValue byDefault = member.getDefaultValue();
    return byDefault != null && text(byDefault).equals(text(value));
  }

  private String text(AnnotationValue annotationValue) {
    Object value = annotationValue.getValue();
    if (value instanceof List<?> several) {
      return several.stream()
          .map(each -> text((AnnotationValue) each))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof TypeMirror type) {
      return names.of(type);
    }
    if (value instanceof VariableElement constant
        && constant.getKind() == ElementKind.ENUM_CONSTANT) {
      return constant.getSimpleName().toString();
    }
    return value instanceof String text
        ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
        : String.valueOf(value);
  }
}
