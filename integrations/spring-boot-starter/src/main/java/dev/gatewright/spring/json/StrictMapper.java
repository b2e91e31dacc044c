package dev.gatewright.spring.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.Nulls;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.ConfigOverride;
import tools.jackson.databind.cfg.DatatypeFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.deser.BasicDeserializerFactory;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Sets Jackson up so that it takes nothing for anything else. */
final class StrictMapper {
  /** What numbers, arrays and times become, not what is taken for them. */
  private static final List<DeserializationFeature> AS_THE_APPLICATION_HAS_IT =
      List.of(
          DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
          DeserializationFeature.USE_BIG_INTEGER_FOR_INTS,
          DeserializationFeature.USE_LONG_FOR_INTS,
          DeserializationFeature.USE_JAVA_ARRAY_FOR_JSON_ARRAY);

  /** What a type's properties are. */
  private static final List<MapperFeature> PROPERTIES_AS_THE_APPLICATION_HAS_THEM =
      List.of(
          MapperFeature.PROPAGATE_TRANSIENT_MARKER,
          MapperFeature.REQUIRE_SETTERS_FOR_GETTERS,
          MapperFeature.INFER_PROPERTY_MUTATORS,
          MapperFeature.INFER_CREATOR_FROM_CONSTRUCTOR_PROPERTIES,
          MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY,
          MapperFeature.INFER_BUILDER_TYPE_BINDINGS,
          MapperFeature.INVERSE_READ_WRITE_ACCESS,
          MapperFeature.CAN_OVERRIDE_ACCESS_MODIFIERS,
          MapperFeature.DETECT_PARAMETER_NAMES,
          MapperFeature.USE_WRAPPER_NAME_AS_PROPERTY_NAME,
          MapperFeature.FIX_FIELD_NAME_UPPER_CASE_PREFIX,
          MapperFeature.APPLY_DEFAULT_VALUES);

  private static final List<DatatypeFeature> TYPES_AS_THE_APPLICATION_HAS_THEM =
      List.of(
          DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE,
          DateTimeFeature.NORMALIZE_DESERIALIZED_ZONE_ID,
          DateTimeFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS,
          EnumFeature.READ_ENUMS_USING_TO_STRING);

  /** Types that an application gives a pattern once for all. */
  private static final List<Class<?>> TIMES =
      List.of(
          LocalDate.class,
          LocalTime.class,
          LocalDateTime.class,
          Instant.class,
          OffsetTime.class,
          OffsetDateTime.class,
          ZonedDateTime.class,
          YearMonth.class,
          MonthDay.class,
          Date.class,
          java.sql.Date.class,
          java.sql.Timestamp.class,
          Calendar.class,
          GregorianCalendar.class);

  private StrictMapper() {}

  static JsonMapper of(
      Collection<? extends JacksonModule> modules,
      @Nullable PropertyNamingStrategy naming,
      boolean defaultViewInclusion) {
    return of(StrictSyntax.FACTORY, modules, naming, defaultViewInclusion);
  }

  private static JsonMapper of(
      JsonFactory factory,
      Collection<? extends JacksonModule> modules,
      @Nullable PropertyNamingStrategy naming,
      boolean defaultViewInclusion) {
    JsonMapper.Builder builder =
        JsonMapper.builder(factory)
            .addModules(modules)
            .addModule(new LastModule())
            .enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES,
                DeserializationFeature.FAIL_ON_UNEXPECTED_VIEW_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.USE_GETTERS_AS_SETTERS)
            .defaultLeniency(false)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .withCoercionConfigDefaults(
                defaults ->
                    defaults
                        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.EmptyObject, CoercionAction.Fail))
            .withCoercionConfig(
                LogicalType.Textual,
                text ->
                    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
            .deserializationContexts(new KeptNumberContexts());
    builder.configure(MapperFeature.DEFAULT_VIEW_INCLUSION, defaultViewInclusion);
    builder.annotationIntrospector(new StrictIntrospector(null, null));
    if (naming != null) {
      builder.propertyNamingStrategy(naming);
    }
    return builder.build();
  }

  /**
   * Takes over what an application has told its own mapper of types and what that refuses, and
   * nothing that would let more in.
   */
  static JsonMapper of(Collection<? extends JacksonModule> modules, JsonMapper application) {
    DeserializationConfig config = application.deserializationConfig();
    List<JacksonModule> all = new ArrayList<>(application.registeredModules());
    all.addAll(modules);
    JsonMapper.Builder own = application.rebuild();
    JsonMapper.Builder builder =
        of(
                StrictSyntax.within(application.tokenStreamFactory().streamReadConstraints()),
                all,
                config.getPropertyNamingStrategy(),
                application.isEnabled(MapperFeature.DEFAULT_VIEW_INCLUSION))
            .rebuild()
            .mixInHandler(own.mixInHandler())
            .subtypeResolver(own.subtypeResolver())
            .polymorphicTypeValidator(
                new NarrowedSubtypes(
                    JsonMapper.shared().deserializationConfig().getPolymorphicTypeValidator(),
                    config.getPolymorphicTypeValidator()))
            .injectableValues(own.injectableValues())
            .handlerInstantiator(config.getHandlerInstantiator())
            .constructorDetector(config.getConstructorDetector())
            .accessorNaming(config.getAccessorNaming())
            .enumNamingStrategy(config.getEnumNamingStrategy())
            .defaultBase64Variant(config.getBase64Variant())
            .defaultTimeZone(config.getTimeZone())
            .defaultLocale(config.getLocale())
            .changeDefaultVisibility(ours -> config.getDefaultVisibilityChecker())
            .annotationIntrospector(new StrictIntrospector(null, config).besideTheApplications());
    if (config.getDefaultNullHandling().getValueNulls() == Nulls.FAIL) {
      builder.changeDefaultNullHandling(nulls -> nulls.withValueNulls(Nulls.FAIL));
    }
    for (MapperFeature feature : PROPERTIES_AS_THE_APPLICATION_HAS_THEM) {
      builder.configure(feature, config.isEnabled(feature));
    }
    for (DeserializationFeature feature : DeserializationFeature.values()) {
      if (feature.name().startsWith("FAIL_ON_") && config.isEnabled(feature)) {
        builder.enable(feature);
      }
    }
    for (DeserializationFeature feature : AS_THE_APPLICATION_HAS_IT) {
      builder.configure(feature, config.isEnabled(feature));
    }
    for (DatatypeFeature feature : TYPES_AS_THE_APPLICATION_HAS_THEM) {
      builder.configure(feature, config.isEnabled(feature));
    }
    for (Class<?> type : TIMES) {
      JsonFormat.Value format = formatOf(type, config);
      if (format != null) {
        builder.withConfigOverride(
            type, ours -> ours.setFormat(TimePatterns.strict(format, config.constructType(type))));
      }
    }
    return builder.build();
  }

  /** That of a type, or the one that the application gives all dates of old types. */
  private static JsonFormat.@Nullable Value formatOf(Class<?> type, DeserializationConfig config) {
    ConfigOverride override = config.findConfigOverride(type);
    if (override != null && override.getFormat() != null) {
      return override.getFormat();
    }
    boolean isLegacy = Date.class.isAssignableFrom(type) || Calendar.class.isAssignableFrom(type);
    return isLegacy && config.getDateFormat() instanceof SimpleDateFormat format
        ? JsonFormat.Value.forPattern(format.toPattern())
        : null;
  }

  /** Comes after the application's modules, so that none of them lets more in. */
  private static final class LastModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    LastModule() {
      super("gatewright");
    }

    @Override
    public void setupModule(SetupContext context) {
      super.setupModule(context);
      if (context.getOwner() instanceof MapperBuilder<?, ?> builder) {
        List<Deserializers> before = deserializersBefore(builder);
        context.addDeserializerModifier(new StrictTypes(before));
        context.addDeserializers(new OptionalNumberDeserializers(before));
        builder.clearProblemHandlers();
        builder.annotationIntrospector(new StrictAnnotations(builder.annotationIntrospector()));
      }
    }

    /** Those of other modules; the last is Jackson's own of {@code java.time}. */
    private static List<Deserializers> deserializersBefore(MapperBuilder<?, ?> builder) {
      List<Deserializers> known = new ArrayList<>();
      if (builder.deserializerFactory() instanceof BasicDeserializerFactory factory) {
        factory.getFactoryConfig().deserializers().forEach(known::add);
      }
      return known.isEmpty() ? known : List.copyOf(known.subList(0, known.size() - 1));
    }
  }
}
