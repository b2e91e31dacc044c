package dev.gatewright.spring.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.cfg.DeserializationContexts;
import tools.jackson.databind.deser.DeserializationContextExt;
import tools.jackson.databind.deser.DeserializerCache;
import tools.jackson.databind.deser.DeserializerFactory;
import tools.jackson.databind.util.TokenBuffer;

/** Keeps numbers also where Jackson holds a part of the document back, to read it later. */
final class KeptNumberContexts extends DeserializationContexts {
  private static final long serialVersionUID = 1L;

  KeptNumberContexts() {}

  private KeptNumberContexts(
      TokenStreamFactory format, DeserializerFactory factory, DeserializerCache cache) {
    super(format, factory, cache);
  }

  @Override
  protected DeserializationContexts forMapper(
      Object mapper,
      TokenStreamFactory format,
      DeserializerFactory factory,
      DeserializerCache cache) {
    return new KeptNumberContexts(format, factory, cache);
  }

  @Override
  public DeserializationContextExt createContext(
      DeserializationConfig config,
      @Nullable FormatSchema schema,
      @Nullable InjectableValues injectables) {
    return new Context(_streamFactory, _deserializerFactory, _cache, config, schema, injectables);
  }

  @SuppressWarnings("unchecked") // Of what Jackson's own class inherits.
  private static final class Context extends DeserializationContextExt {
    Context(
        TokenStreamFactory format,
        DeserializerFactory factory,
        DeserializerCache cache,
        DeserializationConfig config,
        @Nullable FormatSchema schema,
        @Nullable InjectableValues injectables) {
      super(format, factory, cache, config, schema, injectables);
    }

    @Override
    public TokenBuffer bufferForInputBuffering(JsonParser parser) {
      return new Buffer(parser, this);
    }
  }

  private static final class Buffer extends TokenBuffer {
    Buffer(JsonParser parser, DeserializationContext context) {
      super(parser, context);
    }

    @Override
    public JsonParser asParser() {
      return new KeptNumbers(super.asParser());
    }

    @Override
    public JsonParser asParser(ObjectReadContext context) {
      return new KeptNumbers(super.asParser(context));
    }

    @Override
    public JsonParser asParser(ObjectReadContext context, @Nullable JsonParser source) {
      return new KeptNumbers(super.asParser(context, source));
    }
  }
}
