package jakarta.persistence;

/** As the library declares it. */
public interface AttributeConverter<X, Y> {}
