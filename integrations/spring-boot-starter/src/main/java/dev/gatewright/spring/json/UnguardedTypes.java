package dev.gatewright.spring.json;

import dev.gatewright.spring.guard.GuardAnnotations;
import dev.gatewright.spring.startup.StartUpException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Lets no object be read or written whose class bears Gatewright's annotations: it would have no
 * guard. The processor refuses such a class where a signature names it; this sees what is behind a
 * wildcard, a map, an interface or a registered subtype.
 */
final class UnguardedTypes extends SimpleModule {
  private static final long serialVersionUID = 1L;

  UnguardedTypes() {
    super("gatewright-unguarded-types");
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.insertAnnotationIntrospector(new Introspector());
  }

  static String message(Class<?> type, String what) {
    return type.getName()
        + " bears Gatewright's annotations and was to be "
        + what
        + ": such an object has no guard. Fix: let a type without annotations carry the data, and"
        + " annotate the bean that works on it.";
  }

  /** Adds the module to mappers that the application makes itself. */
  static final class OfMappers implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
      if (bean instanceof ObjectMapper mapper
          && mapper.registeredModules().stream().noneMatch(UnguardedTypes.class::isInstance)) {
        ObjectMapper with = mapper.rebuild().addModule(new UnguardedTypes()).build();
        if (with.getClass() != mapper.getClass()) {
          throw new StartUpException(
              "the bean '"
                  + beanName
                  + "' is a Jackson mapper of "
                  + mapper.getClass().getName()
                  + ", whose rebuild() makes a mapper of "
                  + with.getClass().getName()
                  + ": it cannot be told to refuse objects that have no guard",
              "make the bean by JsonMapper.builder(); or override rebuild() so that its builder"
                  + " makes a mapper of the same class.");
        }
        return with;
      }
      return bean;
    }
  }

  /** Is asked before all others how a class is read and written. */
  private static final class Introspector extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Version version() {
      return Version.unknownVersion();
    }

    @Override
    public @Nullable Object findSerializer(MapperConfig<?> config, Annotated element) {
      return isUnguarded(element) ? new Unwritten(element.getRawType()) : null;
    }

    @Override
    public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated element) {
      return isUnguarded(element) ? new Unread(element.getRawType()) : null;
    }

    private static boolean isUnguarded(Annotated element) {
      return element instanceof AnnotatedClass
          && GuardAnnotations.areUnguardedOn(element.getRawType());
    }
  }

  /** Tells why no document leads to an object, or none comes of it. */
  static final class UnguardedTypeException extends DatabindException {
    private static final long serialVersionUID = 1L;

    UnguardedTypeException(@Nullable JsonParser parser, Class<?> type) {
      super(parser, message(type, "read from a document"));
    }

    UnguardedTypeException(@Nullable JsonGenerator generator, Class<?> type) {
      super(generator, message(type, "written to a document"));
    }
  }

  private static final class Unwritten extends ValueSerializer<Object> {
    private final Class<?> type;

    Unwritten(Class<?> type) {
      this.type = type;
    }

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
      throw new UnguardedTypeException(generator, type);
    }

    @Override
    public void serializeWithType(
        Object value, JsonGenerator generator, SerializationContext context, TypeSerializer types) {
      throw new UnguardedTypeException(generator, type);
    }
  }

  private static final class Unread extends ValueDeserializer<Object> {
    private final Class<?> type;

    Unread(Class<?> type) {
      this.type = type;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
      throw new UnguardedTypeException(parser, type);
    }

    @Override
    public Object deserializeWithType(
        JsonParser parser, DeserializationContext context, TypeDeserializer types) {
      throw new UnguardedTypeException(parser, type);
    }
  }
}
