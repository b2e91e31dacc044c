package dev.gatewright.spring.argument;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.util.ReflectionUtils;

/** Tells Spring's converters of text from those of the application, whose reading is its own. */
final class TextConverters {
  private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);
  private static final String OF_ARRAYS =
      "org.springframework.core.convert.support.StringToArrayConverter";
  private static final String OF_TIMES = ": org.springframework.format.datetime.standard.";
  private static final String OF_DATES = ": org.springframework.format.datetime.DateFormatter@";

  private TextConverters() {}

  /** Whether Spring takes the text for a list of elements. */
  static boolean readElements(ConversionService conversions, TypeDescriptor type) {
    GenericConverter converter = converter(conversions, type);
    return converter != null && converter.getClass().getName().equals(OF_ARRAYS);
  }

  /** Whether Spring reads a date or time by a format, be it its own or one that is configured. */
  static boolean readTimes(ConversionService conversions, TypeDescriptor type) {
    GenericConverter converter = converter(conversions, type);
    String name = converter == null ? "" : converter.toString();
    return name.contains(OF_TIMES) || name.contains(OF_DATES);
  }

  /** Spring shows its converters to subclasses only. */
  private static @Nullable GenericConverter converter(
      ConversionService conversions, TypeDescriptor type) {
    Method method =
        conversions instanceof GenericConversionService
            ? ReflectionUtils.findMethod(
                GenericConversionService.class,
                "getConverter",
                TypeDescriptor.class,
                TypeDescriptor.class)
            : null;
    if (method == null) {
      return null;
    }
    ReflectionUtils.makeAccessible(method);
    return (GenericConverter) ReflectionUtils.invokeMethod(method, conversions, TEXT, type);
  }
}
