package tools.jackson.databind.util;

/** As the library declares it. */
public abstract class StdConverter<IN, OUT> implements Converter<IN, OUT> {}
