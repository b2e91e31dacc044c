package dev.gatewright.spring.argument;

import java.beans.PropertyDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The properties that Spring MVC binds parameters to, below one type. Types further down are looked
 * at when they are first named. Thread-safe.
 */
final class BoundProperties {
  private static final int MAX_INDEX_LENGTH = 9;

  private final Map<String, ResolvableType> properties;
  private final Map<ResolvableType, BoundProperties> known;
  private final boolean fields;
  private final int bound;

  private BoundProperties(
      ResolvableType type, Map<ResolvableType, BoundProperties> known, boolean fields, int bound) {
    this.properties = propertiesOf(type);
    this.known = known;
    this.fields = fields;
    this.bound = bound;
    if (fields && !BeanUtils.isSimpleProperty(type.toClass())) {
      ReflectionUtils.doWithFields(
          type.toClass(),
          field -> properties.put(field.getName(), ResolvableType.forField(field, type)),
          field -> !Modifier.isStatic(field.getModifiers()));
    }
  }

  static BoundProperties of(ResolvableType type) {
    return new BoundProperties(type, new ConcurrentHashMap<>(), false, Integer.MAX_VALUE);
  }

  /**
   * Those of a type whose fields are bound too, without setters.
   *
   * @param bound what every index is below
   */
  static BoundProperties withFields(ResolvableType type, int bound) {
    return new BoundProperties(type, new ConcurrentHashMap<>(), true, bound);
  }

  /** The types of the properties themselves. */
  Collection<ResolvableType> types() {
    return properties.values();
  }

  /** Whether a parameter's name is that of a property, however deep. */
  boolean contain(String name) {
    return find(withoutMarker(name)) != null;
  }

  /** Whether a parameter may be given several times: a property of several values, or none. */
  boolean takeSeveral(String name) {
    ResolvableType found = find(isMarker(name) ? name : withoutMarker(name));
    return found == null || ConversionTarget.takesSeveral(found.toClass());
  }

  /** Spring MVC's own prefixes: of fields that a form shows, and of their defaults. */
  static String withoutMarker(String name) {
    return name.startsWith("_") || name.startsWith("!") ? name.substring(1) : name;
  }

  /** Whether a parameter only tells that a form shows a field, and has no value of its own. */
  static boolean isMarker(String name) {
    return name.startsWith("_");
  }

  /** The property of the object itself that a parameter's name starts with. */
  static String firstStep(String name) {
    String path = withoutMarker(name);
    return path.substring(0, endOfStep(path));
  }

  /**
   * Whether a parameter's name is that of a property but for the case of a first letter, which
   * Spring's binding takes for the same.
   */
  boolean containInOtherCase(String name) {
    String path = withoutMarker(name);
    return find(path, false) == null && find(path, true) != null;
  }

  /**
   * Whether a parameter's name starts as that of a property and goes on as none does: with an index
   * that is no number, with one where there are no elements, or with something behind a bracket.
   */
  boolean isMalformed(String name) {
    String path = withoutMarker(name);
    int end = endOfStep(path);
    ResolvableType type = property(path.substring(0, end), true);
    if (type == null) {
      return false;
    }
    type = inner(type);
    while (end < path.length() && path.charAt(end) == '[') {
      int close = path.indexOf(']', end);
      ResolvableType element = elementOf(type);
      if (close == end + 1 && close + 1 == path.length()) {
        return false;
      }
      if (close < 0 || !isKey(path.substring(end + 1, close), type)) {
        return true;
      }
      if (element == null) {
        return type.toClass() != Object.class;
      }
      type = inner(element);
      end = close + 1;
    }
    if (end == path.length() || path.charAt(end) != '.') {
      return end != path.length();
    }
    // Elements have indexes, keys have brackets: no property is behind a point.
    return elementOf(type) != null
        || BeanUtils.isSimpleProperty(type.toClass())
        || known.computeIfAbsent(type, this::below).isMalformed(path.substring(end + 1));
  }

  private BoundProperties below(ResolvableType type) {
    return new BoundProperties(type, known, fields, bound);
  }

  private boolean isKey(String key, ResolvableType type) {
    return Map.class.isAssignableFrom(type.toClass())
        || type.toClass() == Object.class
        || (!key.isEmpty()
            && key.length() <= MAX_INDEX_LENGTH
            && key.chars().allMatch(next -> next >= '0' && next <= '9')
            && Integer.parseInt(key) < bound);
  }

  private @Nullable ResolvableType find(String name) {
    return find(name, false);
  }

  private @Nullable ResolvableType property(String step, boolean inAnyCase) {
    ResolvableType type = properties.get(step);
    if (type == null && inAnyCase) {
      type = properties.get(StringUtils.uncapitalize(step));
      if (type == null) {
        type = properties.get(StringUtils.capitalize(step));
      }
    }
    return type;
  }

  private @Nullable ResolvableType find(String name, boolean inAnyCase) {
    int end = endOfStep(name);
    ResolvableType type = property(name.substring(0, end), inAnyCase);
    if (type == null) {
      return null;
    }
    type = inner(type);
    while (end < name.length() && name.charAt(end) == '[') {
      int close = name.indexOf(']', end);
      if (close < 0) {
        return null;
      }
      if (close == end + 1) {
        return close + 1 == name.length() ? type : null;
      }
      type = elementOf(type);
      if (type == null) {
        return null;
      }
      type = inner(type);
      end = close + 1;
    }
    if (end == name.length()) {
      return type;
    }
    return name.charAt(end) == '.'
        ? known.computeIfAbsent(type, this::below).find(name.substring(end + 1), inAnyCase)
        : null;
  }

  private static int endOfStep(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '.' || name.charAt(i) == '[') {
        return i;
      }
    }
    return name.length();
  }

  private static ResolvableType inner(ResolvableType type) {
    return type.toClass() == Optional.class ? type.getGeneric() : type;
  }

  private static @Nullable ResolvableType elementOf(ResolvableType type) {
    if (type.isArray()) {
      return type.getComponentType();
    }
    if (Map.class.isAssignableFrom(type.toClass())) {
      return type.asMap().getGeneric(1);
    }
    return Iterable.class.isAssignableFrom(type.toClass())
        ? type.as(Iterable.class).getGeneric()
        : null;
  }

  private static Map<String, ResolvableType> propertiesOf(ResolvableType generic) {
    Class<?> type = generic.toClass();
    Map<String, ResolvableType> found = new HashMap<>();
    if (BeanUtils.isSimpleProperty(type) || type == Object.class) {
      return found;
    }
    for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(type)) {
      Method write = property.getWriteMethod();
      Method read = property.getReadMethod();
      if (write != null) {
        found.put(
            property.getName(),
            ResolvableType.forMethodParameter(new MethodParameter(write, 0), generic));
      } else if (read != null && read.getDeclaringClass() != Object.class && !type.isRecord()) {
        // Objects and collections are filled through their getters.
        ResolvableType filled =
            ResolvableType.forMethodParameter(new MethodParameter(read, -1), generic);
        if (!BeanUtils.isSimpleProperty(filled.toClass())) {
          found.put(property.getName(), filled);
        }
      }
    }
    addConstructor(type, generic, found);
    return found;
  }

  private static void addConstructor(
      Class<?> type, ResolvableType generic, Map<String, ResolvableType> found) {
    Constructor<?> constructor;
    try {
      constructor = BeanUtils.getResolvableConstructor(type);
    } catch (IllegalStateException none) {
      return; // An interface, or one that Spring MVC cannot make either.
    }
    if (constructor.getParameterCount() == 0) {
      return;
    }
    @Nullable String[] names = BeanUtils.getParameterNames(constructor);
    for (int i = 0; i < names.length; i++) {
      MethodParameter parameter = new MethodParameter(constructor, i);
      BindParam named = parameter.getParameterAnnotation(BindParam.class);
      String name = named == null ? names[i] : named.value();
      if (name != null) {
        found.put(name, ResolvableType.forMethodParameter(parameter, generic));
      }
    }
  }
}
