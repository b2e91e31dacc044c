package dev.gatewright.spring.json;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.AnnotatedWithParams;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.util.Converter;

/** The types that a document may give the parts of, each where validation looks and where not. */
final class BodyTypes {
  private final DeserializationConfig config;
  private final Set<Place> places = new HashSet<>();

  /** Classes that may stand for a type, where nothing says that validation looks into it. */
  private final Set<Class<?>> leftOut = new LinkedHashSet<>();

  private BodyTypes(DeserializationConfig config) {
    this.config = config;
  }

  /** Those of a body that is validated itself, or what it holds. */
  static BodyTypes of(DeserializationConfig config, JavaType body) {
    BodyTypes types = new BodyTypes(config);
    types.add(body, Cascade.ALL);
    return types;
  }

  /** Types that validation looks into in some place. */
  Set<Class<?>> validated() {
    return types(true);
  }

  /** Types that validation does not look into in some place. */
  Set<Class<?>> others() {
    return types(false);
  }

  /** Classes that the mapper may put in places that bear no {@code @Valid}. */
  Set<Class<?>> leftOut() {
    return leftOut;
  }

  private Set<Class<?>> types(boolean isValidated) {
    return places.stream()
        .filter(place -> place.isValidated() == isValidated)
        .map(place -> place.type().getRawClass())
        .collect(Collectors.toUnmodifiableSet());
  }

  private void add(JavaType type, Cascade cascade) {
    if (type.isContainerType() || type.isReferenceType()) {
      JavaType content = type.getContentType();
      boolean isNested = content.isContainerType() || content.isReferenceType();
      add(content, cascade.content(type.isContainerType() && !isNested));
    }
    Class<?> raw = type.getRawClass();
    boolean isOfJdk = raw.isPrimitive() || raw.isArray() || raw.getName().startsWith("java.");
    if (!isOfJdk && places.add(new Place(type, cascade.isValid(), cascade.isLeftOut()))) {
      try {
        addParts(type, cascade);
      } catch (IllegalArgumentException | DatabindException ambiguous) {
        // It is read by a deserializer of its own, or not at all: Jackson cannot tell its parts.
        return;
      }
    }
  }

  private void addParts(JavaType type, Cascade cascade) {
    ClassIntrospector introspector = config.classIntrospectorInstance();
    AnnotatedClass declared = introspector.introspectClassAnnotations(type);
    BeanDescription description = introspector.introspectForDeserialization(type, declared);
    for (BeanPropertyDefinition property : description.findProperties()) {
      Cascade further =
          cascade.isValid()
              ? Cascade.of(type.getRawClass(), property.getInternalName())
              : cascade.ofWhole();
      add(property.getPrimaryType(), further);
      addSubtypesNamedBy(property, further);
    }
    for (NamedType subtype :
        config.getSubtypeResolver().collectAndResolveSubtypesByClass(config, declared)) {
      if (!type.hasRawClass(subtype.getType())) {
        addSubtype(config.constructType(subtype.getType()), cascade);
      }
    }
    if (type.isAbstract()) {
      addSubtype(config.mapAbstractType(type), cascade);
    }
    addWhatItIsMadeOf(declared, description);
  }

  /** A property may have type names of its own, whatever its type is: also of the JDK's. */
  private void addSubtypesNamedBy(BeanPropertyDefinition property, Cascade cascade) {
    JavaType type = property.getPrimaryType();
    boolean isContainer = type.isContainerType() || type.isReferenceType();
    JavaType named = isContainer ? type.getContentType() : type;
    AnnotatedMember member = property.getPrimaryMember();
    if (member == null
        || config.getAnnotationIntrospector().findPolymorphicTypeInfo(config, member) == null) {
      return;
    }
    for (NamedType subtype :
        config.getSubtypeResolver().collectAndResolveSubtypesByClass(config, member, named)) {
      if (!named.hasRawClass(subtype.getType())) {
        addSubtype(
            config.constructType(subtype.getType()),
            isContainer ? cascade.content(type.isContainerType()) : cascade);
      }
    }
  }

  private void addSubtype(JavaType subtype, Cascade cascade) {
    if (cascade.isLeftOut()) {
      leftOut.add(subtype.getRawClass());
    }
    add(subtype, cascade.ofWhole());
  }

  /** What becomes an object of another type is validated as that only. */
  private void addWhatItIsMadeOf(AnnotatedClass declared, BeanDescription description) {
    Converter<Object, Object> converter = config.findDeserializationConverter(declared);
    if (converter != null) {
      add(converter.getInputType(config.getTypeFactory()), Cascade.NONE);
    }
    Class<?> builder = config.getAnnotationIntrospector().findPOJOBuilder(config, declared);
    if (builder != null) {
      add(config.constructType(builder), Cascade.NONE);
    }
    JavaType any = typeOfAny(description.findAnySetterAccessor());
    if (any != null) {
      add(any, Cascade.NONE);
    }
    Set<AnnotatedParameter> named =
        description.findProperties().stream()
            .map(BeanPropertyDefinition::getConstructorParameter)
            .collect(Collectors.toSet());
    Stream.concat(description.getConstructors().stream(), description.getFactoryMethods().stream())
        .filter(this::isDelegating)
        .map(creator -> creator.getParameter(0))
        .filter(parameter -> !named.contains(parameter))
        .forEach(parameter -> add(parameter.getType(), Cascade.NONE));
  }

  private boolean isDelegating(AnnotatedWithParams creator) {
    return creator.getParameterCount() == 1
        && config.getAnnotationIntrospector().findCreatorAnnotation(config, creator) != null;
  }

  private static @Nullable JavaType typeOfAny(@Nullable AnnotatedMember any) {
    return any instanceof AnnotatedMethod method && method.getParameterCount() == 2
        ? method.getParameterType(1)
        : any == null ? null : any.getType();
  }

  private record Place(JavaType type, boolean isValidated, boolean isLeftOut) {}
}
