package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.TypeUse.AnnotationText;
import dev.gatewright.processor.model.TypeUse.AnnotationText.Member;
import dev.gatewright.processor.model.TypeUse.AnnotationText.Value;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads annotations that a guard repeats: those that something may read at run time. */
final class AnnotationTextReader {
  private AnnotationTextReader() {}

  static List<AnnotationText> read(AnnotatedConstruct annotated) {
    return repeated(annotated).map(AnnotationTextReader::read).toList();
  }

  static List<AnnotationText> readAll(Stream<? extends AnnotationMirror> mirrors) {
    return mirrors.map(AnnotationTextReader::read).toList();
  }

  /** The annotations to repeat. */
  static Stream<? extends AnnotationMirror> repeated(AnnotatedConstruct annotated) {
    return annotated.getAnnotationMirrors().stream()
        .filter(mirror -> isReadAtRunTime(ElementNames.typeOf(mirror)));
  }

  private static boolean isReadAtRunTime(TypeElement annotation) {
    Retention retention = annotation.getAnnotation(Retention.class);
    boolean ofTheLanguage = ElementNames.packageOf(annotation).equals("java.lang");
    return retention != null && retention.value() == RetentionPolicy.RUNTIME && !ofTheLanguage;
  }

  private static AnnotationText read(AnnotationMirror mirror) {
    List<Member> members =
        mirror.getElementValues().entrySet().stream()
            .map(
                entry ->
                    new Member(entry.getKey().getSimpleName().toString(), value(entry.getValue())))
            .toList();
    return new AnnotationText(ElementNames.reference(ElementNames.typeOf(mirror)), members);
  }

  private static Value value(AnnotationValue annotationValue) {
    Object value = annotationValue.getValue();
    if (value instanceof TypeMirror type) {
      return new Value.ClassLiteral(TypeReader.read(type));
    }
    if (value instanceof VariableElement constant) {
      TypeElement type = (TypeElement) ((DeclaredType) constant.asType()).asElement();
      return new Value.EnumConstant(
          ElementNames.reference(type), constant.getSimpleName().toString());
    }
    if (value instanceof AnnotationMirror nested) {
      return new Value.Nested(read(nested));
    }
    if (value instanceof List<?> several) {
      return new Value.Several(
          several.stream().map(each -> value((AnnotationValue) each)).toList());
    }
    return new Value.Constant(value);
  }
}
