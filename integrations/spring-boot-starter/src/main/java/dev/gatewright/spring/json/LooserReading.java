package dev.gatewright.spring.json;

import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Tells what a customization of a mapper makes it take that it would not take otherwise. What only
 * adds types, names or mix-ins makes it take nothing.
 */
public final class LooserReading {
  private static final List<String> LOOSE_PREFIXES =
      List.of("ACCEPT_", "ALLOW_", "UNWRAP_", "READ_UNKNOWN_", "USE_GETTERS_AS_SETTERS");
  private static final Set<Nulls> PASSED_OVER = EnumSet.of(Nulls.SKIP, Nulls.AS_EMPTY);

  private final List<String> found = new ArrayList<>();
  private final DeserializationConfig before;
  private final DeserializationConfig after;

  private LooserReading(DeserializationConfig before, DeserializationConfig after) {
    this.before = before;
    this.after = after;
  }

  /** What it is, each by the name that Jackson gives it; empty where it is nothing. */
  public static List<String> of(Consumer<JsonMapper.Builder> customization) {
    JsonMapper.Builder builder = JsonMapper.builder();
    customization.accept(builder);
    LooserReading reading =
        new LooserReading(
            JsonMapper.builder().build().deserializationConfig(),
            builder.build().deserializationConfig());
    reading.compareFeatures();
    reading.compareParts();
    return List.copyOf(reading.found);
  }

  /** The same of a customization of what reads documents for a mapper. */
  public static List<String> ofFactory(Consumer<JsonFactoryBuilder> customization) {
    JsonFactoryBuilder builder = JsonFactory.builder();
    customization.accept(builder);
    JsonFactory before = JsonFactory.builder().build();
    JsonFactory after = builder.build();
    return Stream.of(JsonReadFeature.values())
        .filter(each -> after.isEnabled(each) && !before.isEnabled(each))
        .map(Enum::name)
        .toList();
  }

  private void compareFeatures() {
    for (DeserializationFeature each : DeserializationFeature.values()) {
      compare(each, before.isEnabled(each), after.isEnabled(each));
    }
    for (MapperFeature each : MapperFeature.values()) {
      compare(each, before.isEnabled(each), after.isEnabled(each));
    }
    for (EnumFeature each : EnumFeature.values()) {
      compare(each, before.isEnabled(each), after.isEnabled(each));
    }
    for (DateTimeFeature each : DateTimeFeature.values()) {
      compare(each, before.isEnabled(each), after.isEnabled(each));
    }
    for (JsonReadFeature each : JsonReadFeature.values()) {
      compare(each, before.hasFormatFeature(each), after.hasFormatFeature(each));
    }
  }

  private void compare(Enum<?> feature, boolean wasEnabled, boolean isEnabled) {
    boolean isLoose =
        feature.name().startsWith("FAIL_ON_")
            ? !isEnabled
            : isEnabled && LOOSE_PREFIXES.stream().anyMatch(feature.name()::startsWith);
    if (wasEnabled != isEnabled && isLoose) {
      found.add(feature.name());
    }
  }

  private void compareParts() {
    if (after.getProblemHandlers() != null) {
      found.add("a DeserializationProblemHandler");
    }
    if (after.getDefaultTyper(after.constructType(Object.class)) != null) {
      found.add("default typing");
    }
    Nulls nulls = after.getDefaultNullHandling().getValueNulls();
    Nulls contentNulls = after.getDefaultNullHandling().getContentNulls();
    if (PASSED_OVER.contains(nulls) || PASSED_OVER.contains(contentNulls)) {
      found.add("nulls that are passed over");
    }
    for (LogicalType type : LogicalType.values()) {
      for (CoercionInputShape shape : CoercionInputShape.values()) {
        if (action(before, type, shape) == CoercionAction.Fail
            && action(after, type, shape) != CoercionAction.Fail
            && found.isEmpty()) {
          found.add("coercion of " + shape + " to " + type);
        }
      }
    }
  }

  private static @Nullable CoercionAction action(
      DeserializationConfig config, LogicalType type, CoercionInputShape shape) {
    return config.findCoercionAction(type, Object.class, shape);
  }
}
