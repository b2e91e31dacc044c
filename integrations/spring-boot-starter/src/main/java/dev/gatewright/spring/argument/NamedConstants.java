package dev.gatewright.spring.argument;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
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
 * Tells the types whose constants Spring takes by the name of their field, as nothing else makes
 * them of text. Thread-safe.
 */
final class NamedConstants {
  private static final Set<Class<? extends Annotation>> VALUES =
      Set.of(
          RequestParam.class,
          PathVariable.class,
          RequestHeader.class,
          CookieValue.class,
          MatrixVariable.class);

  private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();

  /** Whether a text that nothing converts would be taken for the name of a constant. */
  boolean areTaken(TypeDescriptor type) {
    return known.computeIfAbsent(type.getType(), NamedConstants::areTaken) && !isModel(type);
  }

  private static boolean areTaken(Class<?> type) {
    return !type.isPrimitive()
        && new SimpleTypeConverter().getDefaultEditor(type) == null
        && BeanUtils.findEditorByConvention(type) == null
        && hasConstant(type);
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
