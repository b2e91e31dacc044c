package dev.gatewright.spring.json;

import java.lang.reflect.Type;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON documents strictly: UTF-8 without a byte order mark, one value, no name twice, no
 * unknown name, nothing missing but what is nullable, no type taken for another. Immutable and
 * thread-safe.
 */
public final class StrictJson {
  private final JsonMapper mapper;

  private StrictJson(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * A reader.
   *
   * @param modules modules with the application's own types
   * @param naming how the application names properties; null for Jackson's own way
   */
  public static StrictJson of(
      Collection<? extends JacksonModule> modules, @Nullable PropertyNamingStrategy naming) {
    return new StrictJson(StrictMapper.of(modules, naming));
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
    String text = StrictSyntax.check(utf8, maxDepth);
    try {
      Object value = mapper.readValue(text, mapper.constructType(type));
      if (value == null) {
        throw new MalformedJsonException("", "must not be null");
      }
      return value;
    } catch (UnrecognizedPropertyException unknown) {
      throw new MalformedJsonException(JsonPaths.of(unknown), "is not known");
    } catch (DatabindException mismatch) {
      throw new MalformedJsonException(JsonPaths.of(mismatch), "is missing or of another type");
    } catch (JacksonException malformed) {
      throw new MalformedJsonException(JsonPaths.of(malformed), "is malformed");
    }
  }
}
