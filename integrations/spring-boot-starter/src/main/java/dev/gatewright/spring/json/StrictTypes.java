package dev.gatewright.spring.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.gatewright.spring.guard.FrameworkClasses;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.type.ArrayType;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapType;

/**
 * Narrows what Jackson's deserializers take, where no setting does: "NaN" for a number, an array or
 * a number for a date, base64 for a UUID, a number for a Locale, spaces around the name of an enum
 * constant, an element of a set twice.
 */
final class StrictTypes extends ValueDeserializerModifier {
  private static final long serialVersionUID = 1L;

  private static final Map<Class<?>, TextShape> SHAPES =
      Map.ofEntries(
          Map.entry(byte.class, TextShape.INTEGER),
          Map.entry(short.class, TextShape.INTEGER),
          Map.entry(int.class, TextShape.INTEGER),
          Map.entry(long.class, TextShape.INTEGER),
          Map.entry(Byte.class, TextShape.INTEGER),
          Map.entry(Short.class, TextShape.INTEGER),
          Map.entry(Integer.class, TextShape.INTEGER),
          Map.entry(Long.class, TextShape.INTEGER),
          Map.entry(BigInteger.class, TextShape.INTEGER),
          Map.entry(AtomicInteger.class, TextShape.INTEGER),
          Map.entry(AtomicLong.class, TextShape.INTEGER),
          Map.entry(float.class, TextShape.NUMBER),
          Map.entry(Float.class, TextShape.NUMBER),
          Map.entry(double.class, TextShape.NUMBER),
          Map.entry(Double.class, TextShape.NUMBER),
          Map.entry(Number.class, TextShape.NUMBER),
          Map.entry(BigDecimal.class, TextShape.NUMBER),
          Map.entry(UUID.class, TextShape.UUID),
          Map.entry(ByteBuffer.class, TextShape.TEXT),
          Map.entry(ZoneId.class, TextShape.TEXT),
          Map.entry(ZoneOffset.class, TextShape.TEXT),
          Map.entry(StringBuilder.class, TextShape.TEXT),
          Map.entry(StringBuffer.class, TextShape.TEXT));

  /** Where the application, or a module of its, says how types are read. */
  private final transient List<Deserializers> application;

  /**
   * For all that is read as Jackson does.
   *
   * @param application where others say how types are read
   */
  StrictTypes(List<Deserializers> application) {
    this.application = application;
  }

  /** What points back is set by what it points to, never by the document. */
  @Override
  public List<BeanPropertyDefinition> updateProperties(
      DeserializationConfig config,
      BeanDescription.Supplier description,
      List<BeanPropertyDefinition> properties) {
    return properties.stream().filter(property -> !isBackReference(property)).toList();
  }

  @Override
  public BeanDeserializerBuilder updateBuilder(
      DeserializationConfig config,
      BeanDescription.Supplier description,
      BeanDeserializerBuilder builder) {
    return UnboundArguments.allow(builder);
  }

  private static boolean isBackReference(BeanPropertyDefinition property) {
    AnnotationIntrospector.ReferenceProperty reference = property.findReferenceType();
    return reference != null && reference.isBackReference();
  }

  @Override
  public ValueDeserializer<?> modifyDeserializer(
      DeserializationConfig config,
      BeanDescription.Supplier description,
      ValueDeserializer<?> deserializer) {
    Class<?> type = description.getBeanClass();
    if (isOfApplication(deserializer, type, config)) {
      return deserializer;
    }
    TextShape shape = SHAPES.get(type);
    if (shape == null && TimeDeserializer.isTime(type)) {
      return new TimeDeserializer(deserializer, type);
    }
    if (shape == null && deserializer instanceof FromStringDeserializer<?>) {
      // As a Locale or a URI, which Jackson makes of a number, too.
      shape = TextShape.TRIMMED_TEXT;
    }
    return shape == null ? deserializer : new NarrowedDeserializer(deserializer, shape);
  }

  /** Whether the application reads a type in its own way, which may be by a class of Jackson's. */
  private boolean isOfApplication(
      ValueDeserializer<?> deserializer, Class<?> type, DeserializationConfig config) {
    return !isOfJackson(deserializer)
        || application.stream().anyMatch(each -> each.hasDeserializerFor(config, type));
  }

  /** Whether Jackson reads, within whatever a module puts around it. */
  private static boolean isOfJackson(ValueDeserializer<?> deserializer) {
    ValueDeserializer<?> delegatee = deserializer.getDelegatee();
    return deserializer.handledType() != null
        && (FrameworkClasses.contain(deserializer.getClass(), "tools.jackson.")
            || (delegatee != null && isOfJackson(delegatee)));
  }

  private static boolean isOfJdk(Class<?> type) {
    return type.getName().startsWith("java.");
  }

  /** A set has no element twice; what is no collection of the JDK may keep one of two, too. */
  @Override
  public ValueDeserializer<?> modifyCollectionDeserializer(
      DeserializationConfig config,
      CollectionType type,
      BeanDescription.Supplier description,
      ValueDeserializer<?> deserializer) {
    Class<?> raw = type.getRawClass();
    return isOfJackson(deserializer) && (Set.class.isAssignableFrom(raw) || !isOfJdk(raw))
        ? new DistinctDeserializer(deserializer)
        : deserializer;
  }

  /** Different names may be one key, where keys are no text or the map is none of the JDK's. */
  @Override
  public ValueDeserializer<?> modifyMapDeserializer(
      DeserializationConfig config,
      MapType type,
      BeanDescription.Supplier description,
      ValueDeserializer<?> deserializer) {
    Class<?> key = type.getKeyType().getRawClass();
    boolean isOfText = key == String.class || key == Object.class;
    return !isOfJackson(deserializer) || (isOfText && isOfJdk(type.getRawClass()))
        ? deserializer
        : new DistinctDeserializer(deserializer);
  }

  @Override
  public KeyDeserializer modifyKeyDeserializer(
      DeserializationConfig config, JavaType type, KeyDeserializer deserializer) {
    return FrameworkClasses.contain(deserializer.getClass(), "tools.jackson.")
        ? NarrowedKeyDeserializer.of(deserializer, type.getRawClass())
        : deserializer;
  }

  @Override
  public ValueDeserializer<?> modifyEnumDeserializer(
      DeserializationConfig config,
      JavaType type,
      BeanDescription.Supplier description,
      ValueDeserializer<?> deserializer) {
    if (isOfApplication(deserializer, type.getRawClass(), config)) {
      return deserializer;
    }
    if (type.hasRawClass(Month.class)) {
      return new MonthDeserializer();
    }
    TextShape shape = shapeOf(description.get(), config);
    return shape == null ? deserializer : new NarrowedDeserializer(deserializer, shape);
  }

  /** Of an enum, which is text unless the application says otherwise; null where any may be. */
  private static @Nullable TextShape shapeOf(
      BeanDescription description, DeserializationConfig config) {
    for (AnnotatedMethod factory : description.getFactoryMethods()) {
      JsonCreator.Mode mode =
          config.getAnnotationIntrospector().findCreatorAnnotation(config, factory);
      if (mode != null && mode != JsonCreator.Mode.DISABLED) {
        return mode != JsonCreator.Mode.PROPERTIES && factory.getParameterCount() == 1
            ? shapeOf(factory.getRawParameterType(0))
            : null;
      }
    }
    AnnotatedMember value = description.findJsonValueAccessor();
    return value == null ? TextShape.TRIMMED_TEXT : shapeOf(value.getRawType());
  }

  private static @Nullable TextShape shapeOf(Class<?> type) {
    return type == String.class || type.isEnum() ? TextShape.TRIMMED_TEXT : SHAPES.get(type);
  }

  @Override
  public ValueDeserializer<?> modifyArrayDeserializer(
      DeserializationConfig config,
      ArrayType type,
      BeanDescription.Supplier description,
      ValueDeserializer<?> deserializer) {
    Class<?> element = type.getContentType().getRawClass();
    if (!isOfJackson(deserializer)) {
      return deserializer;
    }
    if (element == byte.class || element == char.class) {
      return new NarrowedDeserializer(deserializer, TextShape.TEXT);
    }
    return element == double.class || element == float.class
        ? new NumberArrayDeserializer(type)
        : deserializer;
  }
}
