package dev.gatewright.spring.argument;

import dev.gatewright.spring.guard.FrameworkClasses;
import java.beans.PropertyEditor;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.SimpleTypeConverter;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Tells the types that Spring makes of text where no converter does: by its property editors, which
 * open files and addresses, or of constants, by the name of their field. Thread-safe.
 */
final class OtherReadings {
  private static final Set<Class<? extends Annotation>> VALUES =
      Set.of(
          RequestParam.class,
          PathVariable.class,
          RequestHeader.class,
          CookieValue.class,
          MatrixVariable.class);

  /** What Spring makes of a text that nothing converts. */
  private enum Reading {
    NONE,
    EDITOR,
    CONSTANT
  }

  private final Map<Class<?>, Reading> known = new ConcurrentHashMap<>();

  /** Whether a text that nothing converts would be read in another way. */
  boolean isRead(TypeDescriptor wanted) {
    TypeDescriptor type = wanted;
    if (wanted.getType() == Optional.class) {
      type = ConversionTarget.one(wanted);
    } else if (Collection.class.isAssignableFrom(wanted.getType())) {
      // Spring reads elements one by one, unless it has an editor of all.
      TypeDescriptor element = wanted.getElementTypeDescriptor();
      return element != null && isEdited(element.getType().arrayType());
    }
    Reading reading = known.computeIfAbsent(type.getType(), OtherReadings::of);
    return reading == Reading.EDITOR || (reading == Reading.CONSTANT && !isModel(type));
  }

  private boolean isEdited(Class<?> type) {
    return known.computeIfAbsent(type, OtherReadings::of) == Reading.EDITOR;
  }

  private static Reading of(Class<?> type) {
    if (type.isPrimitive()) {
      return Reading.NONE;
    }
    PropertyEditor editor = new SimpleTypeConverter().getDefaultEditor(type);
    if (editor == null) {
      editor = BeanUtils.findEditorByConvention(type);
    }
    if (editor != null) {
      boolean isOfSpring = FrameworkClasses.contain(editor.getClass(), "org.springframework.");
      return isOfSpring ? Reading.EDITOR : Reading.NONE;
    }
    return hasConstant(type) ? Reading.CONSTANT : Reading.NONE;
  }

  private static boolean hasConstant(Class<?> type) {
    if (type == Enum.class) {
      return true; // Even of any class that the text names.
    }
    for (Field field : type.getFields()) {
      if (Modifier.isStatic(field.getModifiers())
          && (type.isAssignableFrom(field.getType()) || field.getType().isAssignableFrom(type))) {
        return true;
      }
    }
    return false;
  }

  /** Whether an object is made for an endpoint, which Spring makes of text only if it can. */
  private static boolean isModel(TypeDescriptor type) {
    return type.getSource() instanceof MethodParameter parameter
        && parameter.getExecutable() instanceof Method method
        && (AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)
            || AnnotatedElementUtils.hasAnnotation(method, ModelAttribute.class))
        && VALUES.stream().noneMatch(type::hasAnnotation);
  }
}
