package dev.gatewright.spring.argument;

import dev.gatewright.spring.guard.FrameworkClasses;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.NotReadablePropertyException;
import org.springframework.beans.PropertyAccessor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;

/**
 * Tells which parameters the argument resolvers of Spring Data read. They show it to nobody, and
 * the starter has to do without their classes, so it is read from their fields.
 */
final class DataParameters {
  private static final String PACKAGE = "org.springframework.data.web.";

  private DataParameters() {}

  /**
   * What is looked at for an argument; empty where Spring Data does not make it.
   *
   * @throws IllegalArgumentException if it would not be read strictly, with the fix
   */
  static List<DataParameter> of(HandlerMethodArgumentResolver resolver, MethodParameter parameter) {
    try {
      if (isA(resolver, "PageableHandlerMethodArgumentResolverSupport")) {
        return page(new DirectFieldAccessor(resolver), parameter);
      }
      if (isA(resolver, "SortHandlerMethodArgumentResolverSupport")) {
        return List.of(sort(new DirectFieldAccessor(resolver), parameter));
      }
      if (isA(resolver, "OffsetScrollPositionHandlerMethodArgumentResolverSupport")) {
        PropertyAccessor fields = new DirectFieldAccessor(resolver);
        String name = qualified(fields, parameter) + text(fields, "offsetParameter");
        return List.of(new DataParameter.Count(name, 0, Long.MAX_VALUE));
      }
    } catch (NotReadablePropertyException changed) {
      throw new IllegalArgumentException(
          "This version of Spring Data keeps the names of its parameters elsewhere, so "
              + parameter.getExecutable().toGenericString()
              + " would read them less strictly. Fix: use the version of Spring Boot that this"
              + " version of Gatewright was made for.",
          changed);
    }
    if (isA(resolver, "ProxyingHandlerMethodArgumentResolver")) {
      throw new IllegalArgumentException(
          "The parameter "
              + parameter.getParameterName()
              + " of "
              + parameter.getExecutable().toGenericString()
              + " is a projection of Spring Data's, which is not read strictly. Fix: take a record"
              + " or a class with the same properties.");
    }
    return List.of();
  }

  /** Whether a resolver is Spring Data's. */
  static boolean areReadBy(HandlerMethodArgumentResolver resolver) {
    return FrameworkClasses.contain(resolver.getClass(), PACKAGE);
  }

  private static boolean isA(HandlerMethodArgumentResolver resolver, String name) {
    for (Class<?> type = resolver.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().equals(PACKAGE + name)) {
        return true;
      }
    }
    return false;
  }

  private static List<DataParameter> page(PropertyAccessor fields, MethodParameter parameter) {
    String start = text(fields, "prefix") + qualified(fields, parameter);
    boolean fromOne = Boolean.TRUE.equals(fields.getPropertyValue("oneIndexedParameters"));
    List<DataParameter> found = new ArrayList<>();
    found.add(
        new DataParameter.Count(
            start + text(fields, "pageParameterName"), fromOne ? 1 : 0, Integer.MAX_VALUE));
    found.add(
        new DataParameter.Count(start + text(fields, "sizeParameterName"), 1, Integer.MAX_VALUE));
    if (fields.getPropertyValue("sortResolver") instanceof HandlerMethodArgumentResolver sort) {
      found.addAll(of(sort, parameter));
    }
    return found;
  }

  private static DataParameter sort(PropertyAccessor fields, MethodParameter parameter) {
    return new DataParameter.Order(
        qualified(fields, parameter) + text(fields, "sortParameter"),
        text(fields, "propertyDelimiter"));
  }

  private static String qualified(PropertyAccessor fields, MethodParameter parameter) {
    Qualifier qualifier = parameter.getParameterAnnotation(Qualifier.class);
    return qualifier == null || qualifier.value().isEmpty()
        ? ""
        : qualifier.value() + text(fields, "qualifierDelimiter");
  }

  private static String text(PropertyAccessor fields, String name) {
    @Nullable Object value = fields.getPropertyValue(name);
    return value == null ? "" : value.toString();
  }
}
