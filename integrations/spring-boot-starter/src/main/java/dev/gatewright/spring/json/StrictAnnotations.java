package dev.gatewright.spring.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.ObjectIdInfo;

/**
 * Passes on what annotations say, but for what lets more in: a name or a constant has no alias,
 * nobody ignores unknown names, an unknown type is not taken for a default, a null is not replaced
 * or passed over, and a number is no reference to another object.
 */
final class StrictAnnotations extends AnnotationIntrospectorPair {
  private static final long serialVersionUID = 1L;

  StrictAnnotations(AnnotationIntrospector introspector) {
    super(introspector, AnnotationIntrospector.nopInstance());
  }

  @Override
  public List<PropertyName> findPropertyAliases(MapperConfig<?> config, Annotated annotated) {
    return List.of();
  }

  @Override
  public JsonIgnoreProperties.Value findPropertyIgnoralByName(
      MapperConfig<?> config, Annotated annotated) {
    return super.findPropertyIgnoralByName(config, annotated).withoutIgnoreUnknown();
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
    return strict(super.findSetterInfo(config, annotated));
  }

  /** An annotation may forbid a null, and neither permit, replace nor pass over one. */
  static JsonSetter.Value strict(JsonSetter.Value found) {
    return JsonSetter.Value.construct(
        failing(found.getValueNulls()), failing(found.getContentNulls()));
  }

  private static Nulls failing(Nulls nulls) {
    return nulls == Nulls.FAIL ? Nulls.FAIL : Nulls.DEFAULT;
  }

  /** An object is given where it stands, not by the identity that it has elsewhere. */
  @Override
  public @Nullable ObjectIdInfo findObjectIdInfo(MapperConfig<?> config, Annotated annotated) {
    return null;
  }

  @Override
  public @Nullable ObjectIdInfo findObjectReferenceInfo(
      MapperConfig<?> config, Annotated annotated, @Nullable ObjectIdInfo info) {
    return null;
  }

  @Override
  public void findEnumAliases(
      MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[][] aliases) {
    // A constant has one name.
  }

  /** What names no type, or an unknown one, is of none: there is no default. */
  @Override
  public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
      MapperConfig<?> config, Annotated annotated) {
    JsonTypeInfo.Value found = super.findPolymorphicTypeInfo(config, annotated);
    if (found == null) {
      return null;
    }
    boolean isOfClass = annotated instanceof AnnotatedClass;
    return (isOfClass && found.getInclusionType() == JsonTypeInfo.As.EXTERNAL_PROPERTY
            // As Jackson has it, for its own resolvers only.
            ? found.withInclusionType(JsonTypeInfo.As.PROPERTY)
            : found)
        .withDefaultImpl(null);
  }

  /** The name of a type is text: Jackson would take the number 1 for the type named "1". */
  @Override
  public @Nullable Object findTypeResolverBuilder(MapperConfig<?> config, Annotated annotated) {
    Object custom = super.findTypeResolverBuilder(config, annotated);
    JsonTypeInfo.Value named = findPolymorphicTypeInfo(config, annotated);
    return custom != null || named == null || named.getIdType() == JsonTypeInfo.Id.NONE
        ? custom
        : new TypeNames(named);
  }

  /** A name or a constant has one spelling, one value is no array, and a date is one. */
  @Override
  public JsonFormat.@Nullable Value findFormat(MapperConfig<?> config, Annotated annotated) {
    JsonFormat.Value format = super.findFormat(config, annotated);
    if (format == null && !(annotated instanceof AnnotatedMember)) {
      return null;
    }
    if (format != null && format.getShape() == JsonFormat.Shape.ARRAY) {
      // Elements too many would be passed over.
      format = format.withShape(JsonFormat.Shape.ANY);
    }
    // Said of each property, so that nothing said of its type lets more in.
    return TimePatterns.strict(
            format == null ? JsonFormat.Value.empty() : format, typeOf(annotated))
        .withoutFeature(JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
        .withoutFeature(JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
        .withoutFeature(JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        .withoutFeature(JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        .withoutFeature(JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE);
  }

  /** What is read: Jackson says of a setter that it is of the type that it returns. */
  static JavaType typeOf(Annotated annotated) {
    return annotated instanceof AnnotatedMethod method && method.getParameterCount() > 0
        ? method.getParameterType(method.getParameterCount() - 1)
        : annotated.getType();
  }
}
