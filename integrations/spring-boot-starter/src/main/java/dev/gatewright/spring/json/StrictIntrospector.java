package dev.gatewright.spring.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Reads Jackson's annotations but for those that let more in: a name has no alias, nobody ignores
 * unknown names, and the parameters of constructors are required unless they are nullable.
 * Primitives always are.
 */
final class StrictIntrospector extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  /**
   * By name, as there are many called Nullable. The others leave it to validation, which tells of
   * everything that is missing at once.
   */
  private static final Set<String> OPTIONAL = Set.of("Nullable", "NotNull", "NotBlank", "NotEmpty");

  private final transient @Nullable Class<?> view;

  /** The application's own, which may ignore more. */
  private final transient @Nullable AnnotationIntrospector application;

  /**
   * For documents that are read with a view; null where there is none.
   *
   * @param application what an application reads annotations with; null where it is Jackson's own
   */
  StrictIntrospector(@Nullable Class<?> view, @Nullable AnnotationIntrospector application) {
    this.view = view;
    this.application =
        application instanceof StrictIntrospector strict ? strict.application : application;
  }

  @Override
  public boolean hasIgnoreMarker(MapperConfig<?> config, AnnotatedMember member) {
    return super.hasIgnoreMarker(config, member)
        || (application != null && application.hasIgnoreMarker(config, member));
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

  /** A name or a constant has one spelling, and one value is no array. */
  @Override
  public JsonFormat.@Nullable Value findFormat(MapperConfig<?> config, Annotated annotated) {
    JsonFormat.Value format = super.findFormat(config, annotated);
    return format == null
        ? null
        : format
            .withoutFeature(JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .withoutFeature(JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
            .withoutFeature(JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
  }

  /** Where no modifier comes after Jackson's own. */
  @Override
  public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated annotated) {
    Object annotatedDeserializer = super.findDeserializer(config, annotated);
    return annotatedDeserializer == null
            && annotated instanceof AnnotatedClass
            && annotated.getRawType() == Month.class
        ? new MonthDeserializer()
        : annotatedDeserializer;
  }

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    if (member instanceof AnnotatedParameter parameter) {
      return isInView(config, member)
          && (parameter.getRawType().isPrimitive() || !isNullable(parameter));
    }
    return isInView(config, member) ? super.hasRequiredMarker(config, member) : Boolean.FALSE;
  }

  /** What a view leaves out is refused, so it cannot be required. */
  private boolean isInView(MapperConfig<?> config, AnnotatedMember member) {
    if (view == null) {
      return true;
    }
    Class<?>[] views = findViews(config, member);
    if (views == null) {
      return config.isEnabled(MapperFeature.DEFAULT_VIEW_INCLUSION);
    }
    for (Class<?> each : views) {
      if (each.isAssignableFrom(view)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNullable(AnnotatedParameter parameter) {
    if (parameter.getRawType() == Optional.class) {
      return true;
    }
    if (!(parameter.getOwner().getAnnotated() instanceof Executable executable)) {
      return false;
    }
    int index = parameter.getIndex();
    return index < executable.getParameterCount()
        && (isOptional(executable.getParameters()[index])
            || isOptional(executable.getParameters()[index].getAnnotatedType()));
  }

  private static boolean isOptional(AnnotatedElement element) {
    for (Annotation annotation : element.getAnnotations()) {
      if (OPTIONAL.contains(annotation.annotationType().getSimpleName())) {
        return true;
      }
    }
    return false;
  }
}
