package dev.gatewright.processor.scan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
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

  /** Annotations that an element has at most one of, in the order of their text. */
  private static final List<Set<String>> SINGLE =
      List.of(
          Set.of(GuardAnnotations.PUBLIC),
          Set.of(GuardAnnotations.SECURED),
          Set.of(GuardAnnotations.VALIDATED_INPUT));

  private final Elements elements;
  private final AnnotationNames annotations;
  private final BinaryNames names;
  private final MessageDigest digest;
  private final Map<ExecutableElement, String> defaults = new HashMap<>();

  AnnotationDigest(Elements elements, AnnotationNames annotations, BinaryNames names) {
    this.elements = elements;
    this.annotations = annotations;
    this.names = names;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Forgets what it has seen: in another round, annotations may have other members. */
  void startRound() {
    defaults.clear();
  }

  /** Sixteen hexadecimal digits. */
  String of(Hierarchy hierarchy) {
    List<String> lines = new ArrayList<>();
    for (TypeElement type : hierarchy.types()) {
      addLine(type, lines);
      for (Element member : type.getEnclosedElements()) {
        // Compilers copy annotations to bridges.
        if (member instanceof ExecutableElement method
            && method.getKind() == ElementKind.METHOD
            && !elements.isBridge(method)) {
          addLine(method, lines);
        }
      }
    }
    Collections.sort(lines);
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(digest.digest(text), 0, BYTES);
  }

  private void addLine(Element element, List<String> lines) {
    if (GuardAnnotations.areOn(annotations, element)) {
      StringBuilder line = new StringBuilder(names.of(element));
      for (Set<String> name : SINGLE) {
        annotations.own(element, name).ifPresent(found -> line.append(' ').append(text(found)));
      }
      for (AnnotationView limit : AnnotationView.limits(annotations, element)) {
        line.append(' ').append(text(limit.mirror()));
      }
      lines.add(line.toString());
    }
  }

  private String text(AnnotationMirror annotation) {
    List<String> members = new ArrayList<>();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
        annotation.getElementValues().entrySet()) {
      String value = text(each.getValue());
      if (!value.equals(textOfDefault(each.getKey()))) {
        members.add(each.getKey().getSimpleName() + "=" + value);
      }
    }
    Collections.sort(members);
    String name = ElementNames.typeOf(annotation).getSimpleName().toString();
    return "@" + name + "(" + String.join(",", members) + ")";
  }

  /** The default value of an annotation's member; empty where it has none, as no value is. */
  private String textOfDefault(ExecutableElement member) {
    String text = defaults.get(member);
    if (text == null) {
      AnnotationValue byDefault = member.getDefaultValue();
      text = byDefault == null ? "" : text(byDefault);
      defaults.put(member, text);
    }
    return text;
  }

  private String text(AnnotationValue annotationValue) {
    Object value = annotationValue.getValue();
    if (value instanceof List<?> several) {
      StringJoiner values = new StringJoiner(",", "{", "}");
      for (Object each : several) {
        values.add(text((AnnotationValue) each));
      }
      return values.toString();
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
