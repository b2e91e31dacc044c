package dev.gatewright.spring.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.ConfigOverride;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.introspect.VisibilityChecker;

/**
 * Reads Jackson's annotations, and ignores what the application ignores. The parameters of
 * constructors are required unless they are nullable. Primitives always are.
 */
final class StrictIntrospector extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  /** They leave it to validation, which tells of everything that is missing at once. */
  private static final Set<String> CONSTRAINTS = Set.of("NotNull", "NotBlank", "NotEmpty", "Null");

  private static final Set<Class<?>> OPTIONALS =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  private final transient @Nullable Class<?> view;

  /** The application's own, by which more may be ignored. */
  private final transient @Nullable DeserializationConfig application;

  private final transient AskedConstraints asked;

  /**
   * For documents that are read with a view; null where there is none.
   *
   * @param application how an application reads documents itself; null where it does not
   */
  StrictIntrospector(@Nullable Class<?> view, @Nullable DeserializationConfig application) {
    this(view, application, AskedConstraints.NONE);
  }

  private StrictIntrospector(
      @Nullable Class<?> view,
      @Nullable DeserializationConfig application,
      AskedConstraints asked) {
    this.view = view;
    this.application = application;
    this.asked = asked;
  }

  /** The same for documents that are read with a view, and validated. */
  StrictIntrospector with(@Nullable Class<?> wanted, AskedConstraints constraints) {
    return new StrictIntrospector(wanted, application, constraints);
  }

  /**
   * With those of the application's own, which may know other names, ignore more, and read in ways
   * of their own.
   */
  AnnotationIntrospector besideTheApplications() {
    AnnotationIntrospector all = this;
    if (application != null) {
      for (AnnotationIntrospector each :
          application.getAnnotationIntrospector().allIntrospectors()) {
        if (each.getClass() != JacksonAnnotationIntrospector.class) {
          all = AnnotationIntrospector.pair(all, each);
        }
      }
    }
    return all;
  }

  @Override
  public @Nullable Boolean isIgnorableType(MapperConfig<?> config, AnnotatedClass type) {
    Boolean ignored = super.isIgnorableType(config, type);
    if (application == null || Boolean.TRUE.equals(ignored)) {
      return ignored;
    }
    ConfigOverride override = application.findConfigOverride(type.getRawType());
    Boolean overridden = override == null ? null : override.getIsIgnoredType();
    return overridden != null ? overridden : ignored;
  }

  @Override
  public VisibilityChecker findAutoDetectVisibility(
      MapperConfig<?> config, AnnotatedClass type, VisibilityChecker checker) {
    VisibilityChecker found = super.findAutoDetectVisibility(config, type, checker);
    return application == null
        ? found
        : application.getDefaultVisibilityChecker(type.getRawType(), type);
  }

  @Override
  public JsonIgnoreProperties.Value findPropertyIgnoralByName(
      MapperConfig<?> config, Annotated annotated) {
    JsonIgnoreProperties.Value found = super.findPropertyIgnoralByName(config, annotated);
    if (application == null) {
      return found;
    }
    Set<String> ignored = new HashSet<>(found.findIgnoredForDeserialization());
    JsonIgnoreProperties.Value overridden =
        application.getDefaultPropertyIgnorals(annotated.getRawType());
    if (overridden != null) {
      ignored.addAll(overridden.findIgnoredForDeserialization());
    }
    ignored.addAll(
        application
            .getAnnotationIntrospector()
            .findPropertyIgnoralByName(application, annotated)
            .findIgnoredForDeserialization());
    return JsonIgnoreProperties.Value.forIgnoredProperties(ignored);
  }

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    if (member instanceof AnnotatedParameter parameter) {
      return isInView(config, member)
          && (parameter.getRawType().isPrimitive() || !isNullable(parameter));
    }
    return isInView(config, member) ? super.hasRequiredMarker(config, member) : Boolean.FALSE;
  }

  /** What must be there is no null either. */
  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
    JsonSetter.Value found =
        withoutNulls(
            StrictAnnotations.strict(super.findSetterInfo(config, annotated)),
            StrictAnnotations.typeOf(annotated).getRawClass());
    return annotated instanceof AnnotatedParameter parameter
            && found.nonDefaultValueNulls() == null
            && isInView(config, parameter)
            && !isNullable(parameter)
        ? found.withValueNulls(Nulls.FAIL)
        : found;
  }

  /** Values of some types must not be null anywhere in the application. */
  private JsonSetter.Value withoutNulls(JsonSetter.Value found, Class<?> type) {
    ConfigOverride override = application == null ? null : application.findConfigOverride(type);
    JsonSetter.Value nulls = override == null ? null : override.getNullHandling();
    return nulls == null ? found : found.withOverrides(StrictAnnotations.strict(nulls));
  }

  /** What a view leaves out is refused, so it cannot be required. */
  private boolean isInView(MapperConfig<?> config, AnnotatedMember member) {
    if (view == null) {
      return true;
    }
    Class<?>[] views = config.getAnnotationIntrospector().findViews(config, member);
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

  private boolean isNullable(AnnotatedParameter parameter) {
    if (OPTIONALS.contains(parameter.getRawType())) {
      return true;
    }
    if (!(parameter.getOwner().getAnnotated() instanceof Executable executable)) {
      return false;
    }
    int index = parameter.getIndex();
    return index < executable.getParameterCount()
        && (isOptional(executable.getParameters()[index], executable.getDeclaringClass())
            || isOptional(
                executable.getParameters()[index].getAnnotatedType(),
                executable.getDeclaringClass()));
  }

  private boolean isOptional(AnnotatedElement element, Class<?> owner) {
    for (Annotation annotation : element.getAnnotations()) {
      // By name, as there are many called Nullable.
      String name = annotation.annotationType().getSimpleName();
      if (name.equals("Nullable")
          || (CONSTRAINTS.contains(name) && asked.contain(annotation, owner))) {
        return true;
      }
    }
    return false;
  }
}
