package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.TypeUse;
import dev.gatewright.processor.model.TypeUse.AnnotationText;
import dev.gatewright.processor.model.TypeUse.AnnotationText.Member;
import dev.gatewright.processor.model.TypeUse.AnnotationText.Value;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/**
 * Reads which groups the default group of a class is (Jakarta Validation 3.1, section 5.4.3). It is
 * said of one class and inherited by none, so that its guard has to say it as well.
 */
final class DefaultGroups {
  private static final String GROUP_SEQUENCE = "jakarta.validation.GroupSequence";

  private DefaultGroups() {}

  /**
   * As the guard says it: with the guard in the place of the class; empty where nothing is said.
   */
  static List<AnnotationText> of(TypeElement type, TypeAccess access, ClassReference guard) {
    ClassReference guarded = ElementNames.reference(type);
    return AnnotationTextReader.readAll(
            type.getAnnotationMirrors().stream().filter(mirror -> isSequence(mirror, access)))
        .stream()
        .map(sequence -> of(sequence, guarded, guard))
        .toList();
  }

  private static boolean isSequence(AnnotationMirror mirror, TypeAccess access) {
    return ElementNames.isNamed(ElementNames.typeOf(mirror), GROUP_SEQUENCE)
        && !Unresolved.in(mirror)
        && !access.hides(mirror);
  }

  private static AnnotationText of(
      AnnotationText sequence, ClassReference guarded, ClassReference guard) {
    return new AnnotationText(
        sequence.type(),
        sequence.members().stream()
            .map(member -> new Member(member.name(), of(member.value(), guarded, guard)))
            .toList());
  }

  private static Value of(Value value, ClassReference guarded, ClassReference guard) {
    if (value instanceof Value.Several several) {
      return new Value.Several(
          several.values().stream().map(each -> of(each, guarded, guard)).toList());
    }
    return value instanceof Value.ClassLiteral literal
            && literal.type() instanceof TypeUse.Declared group
            && group.name().equals(guarded)
        ? new Value.ClassLiteral(new TypeUse.Declared(guard, List.of()))
        : value;
  }
}
