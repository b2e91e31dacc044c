package dev.gatewright.spring.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.jsontype.impl.AsArrayTypeDeserializer;
import tools.jackson.databind.jsontype.impl.AsPropertyTypeDeserializer;
import tools.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import tools.jackson.databind.util.TokenBuffer;

/** Reads the names of types as Jackson does, but from text only. */
final class TypeNames extends StdTypeResolverBuilder {

  TypeNames(JsonTypeInfo.Value settings) {
    super(settings);
  }

  @Override
  public @Nullable TypeDeserializer buildTypeDeserializer(
      DeserializationContext context, JavaType baseType, Collection<NamedType> subtypes) {
    TypeDeserializer built = super.buildTypeDeserializer(context, baseType, subtypes);
    // Neither by deduction nor beside the value, which have types of their own.
    if (built != null && built.getClass() == AsPropertyTypeDeserializer.class) {
      return new AsProperty((AsPropertyTypeDeserializer) built, null);
    }
    return built != null && built.getClass() == AsArrayTypeDeserializer.class
        ? new AsArray((AsArrayTypeDeserializer) built, null)
        : built;
  }

  private static final class AsProperty extends AsPropertyTypeDeserializer {
    AsProperty(AsPropertyTypeDeserializer source, @Nullable BeanProperty property) {
      super(source, property);
    }

    @Override
    public TypeDeserializer forProperty(BeanProperty property) {
      return new AsProperty(this, property);
    }

    @Override
    protected Object _deserializeTypedForId(
        JsonParser parser, DeserializationContext context, TokenBuffer before, String name) {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return context.reportInputMismatch(baseType(), "the name of a type is text");
      }
      return super._deserializeTypedForId(parser, context, before, name);
    }
  }

  private static final class AsArray extends AsArrayTypeDeserializer {
    AsArray(AsArrayTypeDeserializer source, @Nullable BeanProperty property) {
      super(source, property);
    }

    @Override
    public TypeDeserializer forProperty(BeanProperty property) {
      return new AsArray(this, property);
    }

    @Override
    protected String _locateTypeId(JsonParser parser, DeserializationContext context) {
      if (parser.hasToken(JsonToken.START_ARRAY)) {
        if (parser.nextToken() != JsonToken.VALUE_STRING) {
          return context.reportInputMismatch(baseType(), "the name of a type is text");
        }
        String name = parser.getString();
        parser.nextToken();
        return name;
      }
      return super._locateTypeId(parser, context);
    }
  }
}
