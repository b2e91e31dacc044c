package dev.gatewright.spring.json;

import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Sets Jackson up so that it takes nothing for anything else. */
final class StrictMapper {
  private StrictMapper() {}

  static JsonMapper of(
      Collection<? extends JacksonModule> modules,
      @Nullable PropertyNamingStrategy naming,
      boolean defaultViewInclusion) {
    JsonMapper.Builder builder =
        JsonMapper.builder(StrictSyntax.FACTORY)
            .addModules(modules)
            .addModule(new SimpleModule("gatewright").setDeserializerModifier(new StrictTypes()))
            .enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES,
                DeserializationFeature.FAIL_ON_UNEXPECTED_VIEW_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(
                MapperFeature.ALLOW_COERCION_OF_SCALARS,
                MapperFeature.USE_GETTERS_AS_SETTERS,
                MapperFeature.INFER_PROPERTY_MUTATORS)
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
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail));
    builder.configure(MapperFeature.DEFAULT_VIEW_INCLUSION, defaultViewInclusion);
    builder.annotationIntrospector(new StrictIntrospector(null, null));
    if (naming != null) {
      builder.propertyNamingStrategy(naming);
    }
    return builder.build();
  }

  /**
   * Takes over what an application has told its own mapper of types, and nothing that would let
   * more in.
   */
  static JsonMapper of(Collection<? extends JacksonModule> modules, JsonMapper application) {
    DeserializationConfig config = application.deserializationConfig();
    return of(
            modules,
            config.getPropertyNamingStrategy(),
            application.isEnabled(MapperFeature.DEFAULT_VIEW_INCLUSION))
        .rebuild()
        .mixInHandler(application.rebuild().mixInHandler())
        .changeDefaultVisibility(ours -> config.getDefaultVisibilityChecker())
        .annotationIntrospector(new StrictIntrospector(null, config.getAnnotationIntrospector()))
        .build();
  }
}
