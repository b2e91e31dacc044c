package dev.gatewright.spring.json;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads JSON documents strictly: UTF-8 without a byte order mark, one value, no name twice, no
 * unknown name, nothing missing but what is nullable, no type taken for another. Immutable and
 * thread-safe.
 */
public final class StrictJson {
  private final JsonMapper mapper;
  private final @Nullable JsonMapper application;

  /** What reads as other mappers of the application's do. */
  private final Map<JsonMapper, StrictJson> others = new ConcurrentHashMap<>();

  /** One mapper for each view that an endpoint names, and for what is validated with it. */
  private final Map<Reading, JsonMapper> mappers = new ConcurrentHashMap<>();

  /** What will be asked of bodies. */
  private final Map<Body, AskedConstraints> asked = new ConcurrentHashMap<>();

  private final StrictIntrospector introspector;

  private StrictJson(
      JsonMapper mapper, @Nullable JsonMapper application, StrictIntrospector introspector) {
    this.mapper = mapper;
    this.application = application;
    this.introspector = introspector;
  }

  /**
   * A reader.
   *
   * @param modules modules with the application's own types
   * @param naming how the application names properties; null for Jackson's own way
   */
  public static StrictJson of(
      Collection<? extends JacksonModule> modules, @Nullable PropertyNamingStrategy naming) {
    return of(modules, naming, false);
  }

  /**
   * A reader.
   *
   * @param modules modules with the application's own types
   * @param naming how the application names properties; null for Jackson's own way
   * @param defaultViewInclusion whether a property that names no view belongs to every view
   */
  public static StrictJson of(
      Collection<? extends JacksonModule> modules,
      @Nullable PropertyNamingStrategy naming,
      boolean defaultViewInclusion) {
    return new StrictJson(
        StrictMapper.of(modules, naming, defaultViewInclusion),
        null,
        new StrictIntrospector(null, null));
  }

  /**
   * A reader that knows what the application has told its own mapper of its types: names, views,
   * mix-ins, visibility, and what is ignored.
   *
   * @param modules modules with the application's own types
   * @param application the application's mapper
   */
  public static StrictJson ofApplication(
      Collection<? extends JacksonModule> modules, JsonMapper application) {
    return new StrictJson(
        StrictMapper.of(modules, application),
        application,
        new StrictIntrospector(null, application.deserializationConfig()));
  }

  /** A reader that knows the same of another mapper of the application's. */
  public StrictJson as(JsonMapper other) {
    return other == application
        ? this
        : others.computeIfAbsent(other, each -> ofApplication(List.of(new UnguardedTypes()), each));
  }

  /**
   * Reads a document.
   *
   * @param utf8 the document; its size is bounded by the caller
   * @param type what to read it as
   * @param maxDepth nesting of objects and arrays at most
   * @throws MalformedJsonException if it is anything else than such a document
   */
  public Object read(byte[] utf8, Type type, int maxDepth) throws MalformedJsonException {
    return read(utf8, type, maxDepth, null, Set.of());
  }

  /**
   * Reads a document with a view: what the view leaves out is unknown.
   *
   * @param utf8 the document; its size is bounded by the caller
   * @param type what to read it as
   * @param maxDepth nesting of objects and arrays at most
   * @param view what {@link com.fasterxml.jackson.annotation.JsonView} names; null for no view
   * @param groups by which it will be validated, and told what is missing; empty where it is not
   * @throws MalformedJsonException if it is anything else than such a document
   */
  public Object read(
      byte[] utf8, Type type, int maxDepth, @Nullable Class<?> view, Set<Class<?>> groups)
      throws MalformedJsonException {
    String text = StrictSyntax.check(utf8, maxDepth);
    try {
      ObjectReader reader =
          reader(view, new Body(type, groups)).forType(mapper.constructType(type));
      Object value = reader.readValue(new KeptNumbers(reader.createParser(text)));
      if (value == null) {
        throw new MalformedJsonException("", "must not be null");
      }
      return value;
    } catch (UnguardedTypes.UnguardedTypeException unguarded) {
      throw unguarded;
    } catch (PropertyBindingException unknown) {
      throw new MalformedJsonException(JsonPaths.of(unknown), "is not known");
    } catch (StreamConstraintsException beyond) {
      throw new MalformedJsonException(JsonPaths.of(beyond), "is beyond what is read");
    } catch (DatabindException mismatch) {
      throw new MalformedJsonException(JsonPaths.of(mismatch), "is missing or of another type");
    } catch (JacksonException malformed) {
      throw new MalformedJsonException(JsonPaths.of(malformed), "is malformed");
    }
  }

  private ObjectReader reader(@Nullable Class<?> view, Body body) {
    AskedConstraints constraints =
        body.groups().isEmpty()
            ? AskedConstraints.NONE
            : asked.computeIfAbsent(
                body,
                each ->
                    AskedConstraints.of(
                        mapper.deserializationConfig(),
                        mapper.constructType(each.type()),
                        each.groups()));
    if (view == null && constraints.types().isEmpty()) {
      return mapper.reader();
    }
    JsonMapper prepared = mappers.computeIfAbsent(new Reading(view, constraints), this::mapperFor);
    return view == null ? prepared.reader() : prepared.readerWithView(view);
  }

  private JsonMapper mapperFor(Reading reading) {
    JsonMapper.Builder builder =
        mapper
            .rebuild()
            .annotationIntrospector(
                introspector.with(reading.view(), reading.asked()).besideTheApplications());
    Class<?> view = reading.view();
    if (view != null) {
      builder.addModule(
          new SimpleModule("gatewright-view").setDeserializerModifier(new ViewProperties(view)));
    }
    return builder.build();
  }

  private record Body(Type type, Set<Class<?>> groups) {}

  private record Reading(@Nullable Class<?> view, AskedConstraints asked) {}
}
