package tools.jackson.databind.util;

/** As the library declares it. */
public interface Converter<IN, OUT> {
  OUT convert(IN value);
}
