package dev.gatewright.spring.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import dev.gatewright.spring.guard.GuardAnnotations;
import dev.gatewright.spring.startup.StartUpException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Does for mappers of Jackson 2 what {@link UnguardedTypes} does for those of Jackson 3: they
 * neither read nor write objects that have no guard.
 */
final class Jackson2Mappers implements BeanPostProcessor, SmartInitializingSingleton {
  private final ConfigurableListableBeanFactory beans;

  Jackson2Mappers(ConfigurableListableBeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    if (bean instanceof ObjectMapper mapper && !isStrict(mapper)) {
      Introspector first = new Introspector();
      mapper.setAnnotationIntrospectors(
          AnnotationIntrospector.pair(
              first, mapper.getSerializationConfig().getAnnotationIntrospector()),
          AnnotationIntrospector.pair(
              first, mapper.getDeserializationConfig().getAnnotationIntrospector()));
      verify(mapper, beanName);
    }
    return bean;
  }

  /** Mappers of Jackson 2 can be changed: others may have done so meanwhile. */
  @Override
  public void afterSingletonsInstantiated() {
    for (String name : beans.getBeanNamesForType(ObjectMapper.class, false, false)) {
      if (beans.containsSingleton(name) && beans.getBean(name) instanceof ObjectMapper mapper) {
        verify(mapper, name);
      }
    }
  }

  private static void verify(ObjectMapper mapper, String beanName) {
    if (!isStrict(mapper)) {
      throw new StartUpException(
          "the bean '"
              + beanName
              + "' is a Jackson mapper ("
              + mapper.getClass().getName()
              + ") whose AnnotationIntrospector was replaced: it is not told to refuse objects that"
              + " have no guard",
          "set the AnnotationIntrospector where the mapper is made, or add to the present one by a"
              + " module.");
    }
  }

  private static boolean isStrict(ObjectMapper mapper) {
    return isStrict(mapper.getSerializationConfig().getAnnotationIntrospector())
        && isStrict(mapper.getDeserializationConfig().getAnnotationIntrospector());
  }

  private static boolean isStrict(AnnotationIntrospector introspector) {
    return introspector.allIntrospectors().stream().anyMatch(Introspector.class::isInstance);
  }

  private static boolean isUnguarded(Annotated element) {
    return element instanceof AnnotatedClass
        && GuardAnnotations.areUnguardedOn(element.getRawType());
  }

  /** Is asked before all others how a class is read and written. */
  private static final class Introspector extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Version version() {
      return Version.unknownVersion();
    }

    @Override
    public @Nullable Object findSerializer(Annotated element) {
      return isUnguarded(element) ? new Unwritten(element.getRawType()) : null;
    }

    @Override
    public @Nullable Object findDeserializer(Annotated element) {
      return isUnguarded(element) ? new Unread(element.getRawType()) : null;
    }
  }

  private static final class Unwritten extends JsonSerializer<Object> {
    private final Class<?> type;

    Unwritten(Class<?> type) {
      this.type = type;
    }

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      throw JsonMappingException.from(
          generator, UnguardedTypes.message(type, "written to a document"));
    }

    @Override
    public void serializeWithType(
        Object value, JsonGenerator generator, SerializerProvider provider, TypeSerializer types)
        throws IOException {
      serialize(value, generator, provider);
    }
  }

  private static final class Unread extends JsonDeserializer<Object> {
    private final Class<?> type;

    Unread(Class<?> type) {
      this.type = type;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      throw JsonMappingException.from(parser, UnguardedTypes.message(type, "read from a document"));
    }

    @Override
    public Object deserializeWithType(
        JsonParser parser, DeserializationContext context, TypeDeserializer types)
        throws IOException {
      return deserialize(parser, context);
    }
  }
}
