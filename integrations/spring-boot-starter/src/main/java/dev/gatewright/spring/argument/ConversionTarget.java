package dev.gatewright.spring.argument;

import dev.gatewright.spring.text.ScalarShape;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.annotation.NumberFormat;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.SessionAttribute;

/**
 * What texts are converted to.
 *
 * @param shape how one value is spelled; null where any text may become one
 * @param type of one value, where that is no format of the application's; else Object
 * @param several whether it takes several values
 * @param spaced whether spaces may stand beside the commas of a list, as in headers (RFC 9110,
 *     section 5.6.1)
 * @param localized whether Spring reads it as the language of the client has it
 * @param hasOtherReading whether Spring reads in another way what cannot be converted: elements
 *     that are bytes or characters of a text, and what no client wrote
 */
record ConversionTarget(
    @Nullable ScalarShape shape,
    Class<?> type,
    boolean several,
    boolean spaced,
    boolean localized,
    boolean hasOtherReading) {
  static final String MALFORMED = "is malformed";
  static final String REPEATED = "is given more than once";
  private static final ConversionTarget ANYTHING =
      new ConversionTarget(null, Object.class, true, false, false, true);

  /** What one value is converted to: the element of a list, what is in an Optional. */
  static TypeDescriptor one(TypeDescriptor type) {
    if (type.getType() == Optional.class) {
      ResolvableType inner = type.getResolvableType().getGeneric();
      return one(new TypeDescriptor(inner, null, type.getAnnotations()));
    }
    TypeDescriptor element = takesSeveral(type.getType()) ? type.getElementTypeDescriptor() : null;
    return element == null ? type : element;
  }

  static ConversionTarget of(TypeDescriptor type) {
    if (type.hasAnnotation(Value.class)
        || type.hasAnnotation(RequestAttribute.class)
        || type.hasAnnotation(SessionAttribute.class)) {
      return ANYTHING; // No client wrote it.
    }
    if (type.getType() == Optional.class) {
      ResolvableType inner = type.getResolvableType().getGeneric();
      return inner.resolve() == null
          ? ANYTHING
          : of(new TypeDescriptor(inner, null, type.getAnnotations()));
    }
    boolean several = takesSeveral(type.getType());
    TypeDescriptor element = several ? type.getElementTypeDescriptor() : type;
    ScalarShape shape = element == null ? null : ScalarShape.of(element.getType());
    // The application says itself how its numbers are spelled.
    boolean isFormatted =
        type.hasAnnotation(NumberFormat.class)
            || type.hasAnnotation(DateTimeFormat.class)
            || type.hasAnnotation(DurationFormat.class);
    return new ConversionTarget(
        isFormatted ? ScalarShape.FORMATTED : shape,
        isFormatted || element == null ? Object.class : element.getType(),
        several,
        type.hasAnnotation(RequestHeader.class),
        isFormatted || shape == ScalarShape.TIME,
        several && element != null && isText(element.getType()));
  }

  /** Whether a type takes several values, or might. */
  static boolean takesSeveral(Class<?> type) {
    return (type.isArray() && !isText(type))
        || Iterable.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type)
        || BaseStream.class.isAssignableFrom(type)
        || type == Object.class;
  }

  /** Whether a type holds the bytes or characters of one text. */
  static boolean isText(Class<?> type) {
    return type == byte[].class || type == char[].class;
  }

  void check(String text) {
    if (shape == null || text.isEmpty()) {
      return;
    }
    if (!several) {
      require(shape.matches(text) && IsoTime.matches(type, text), MALFORMED);
      return;
    }
    int start = 0;
    for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', start)) {
      checkElement(text.substring(start, comma), shape);
      start = comma + 1;
    }
    checkElement(text.substring(start), shape);
  }

  void check(Collection<?> values) {
    require(several || values.size() <= 1, REPEATED);
    if (shape != null) {
      for (Object value : values) {
        if (value instanceof String text && (several || !text.isEmpty())) {
          checkElement(text, shape);
        }
      }
    }
  }

  private void checkElement(String text, ScalarShape elementShape) {
    String element = spaced ? text.strip() : text;
    require(
        !element.isEmpty() && elementShape.matches(element) && IsoTime.matches(type, element),
        MALFORMED);
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new MalformedValueException(problem);
    }
  }
}
