package dev.gatewright.processor.scan;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * What holds a value.
 *
 * @param declared every declaration of it, the nearest first; {@code @Valid} on any counts
 * @param known whether annotations inside its type are: some compilers drop those of class files
 * @param substitutes classes that may be made for it or for its elements
 */
record InputPlace(
    List<? extends Element> declared,
    TypeMirror type,
    boolean known,
    List<TypeElement> substitutes) {
  boolean isValid() {
    for (Element each : declared) {
      if (ValidationAnnotations.isValid(each)
          || ValidationAnnotations.isValid(BeanProperties.typeOf(each))) {
        return true;
      }
    }
    return false;
  }

  Element nearest() {
    return declared.get(0);
  }
}
